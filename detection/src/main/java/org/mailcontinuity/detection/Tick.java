package org.mailcontinuity.detection;

import java.time.Instant;

/**
 * Time passes without an observation.
 *
 * @param at the time by the broker's clock
 * @param judgesSilence false while the caller is catching up, when missing votes prove nothing
 */
public record Tick(Instant at, boolean judgesSilence) {}
