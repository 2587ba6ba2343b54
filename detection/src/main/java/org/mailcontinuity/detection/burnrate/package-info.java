/** The rule BURN_RATE: how fast failures use up the error budget of an objective. Called by the core for every vote. */
@NullMarked
package org.mailcontinuity.detection.burnrate;

import org.jspecify.annotations.NullMarked;
