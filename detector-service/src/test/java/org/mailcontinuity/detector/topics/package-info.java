@NullMarked
package org.mailcontinuity.detector.topics;

import org.jspecify.annotations.NullMarked;
