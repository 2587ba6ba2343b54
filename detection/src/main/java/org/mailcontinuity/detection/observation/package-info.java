/**
 * What the detection core is told: one {@link org.mailcontinuity.detection.observation.Observation} per finished check.
 * Made by whoever has samples (the detector's stream, a replay, a preview) and read by the core.
 */
@NullMarked
package org.mailcontinuity.detection.observation;

import org.jspecify.annotations.NullMarked;
