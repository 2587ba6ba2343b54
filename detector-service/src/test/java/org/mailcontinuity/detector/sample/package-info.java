@NullMarked
package org.mailcontinuity.detector.sample;

import org.jspecify.annotations.NullMarked;
