/** Reads a monitor's definition as settings of the detection core. Called by the watch when a definition comes. */
@NullMarked
package org.mailcontinuity.detector.monitor;

import org.jspecify.annotations.NullMarked;
