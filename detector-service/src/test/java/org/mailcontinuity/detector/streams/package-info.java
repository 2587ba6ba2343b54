@NullMarked
package org.mailcontinuity.detector.streams;

import org.jspecify.annotations.NullMarked;
