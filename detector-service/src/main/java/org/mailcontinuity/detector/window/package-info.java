/** Collects the samples of a minute into the judgement of a window. Called by the watch. */
@NullMarked
package org.mailcontinuity.detector.window;

import org.jspecify.annotations.NullMarked;
