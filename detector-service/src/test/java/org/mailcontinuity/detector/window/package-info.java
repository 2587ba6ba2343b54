@NullMarked
package org.mailcontinuity.detector.window;

import org.jspecify.annotations.NullMarked;
