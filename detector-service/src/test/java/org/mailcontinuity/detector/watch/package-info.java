@NullMarked
package org.mailcontinuity.detector.watch;

import org.jspecify.annotations.NullMarked;
