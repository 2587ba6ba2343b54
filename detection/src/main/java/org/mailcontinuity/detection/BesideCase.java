package org.mailcontinuity.detection;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailcontinuity.detection.cause.Cause;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.latency.Slowness;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.volume.Lull;

/**
 * What a rule beside the chosen one holds against mail flow: LATENCY that it is slow (DEGRADED), VOLUME that real mail
 * stays away (DOWN if next to nothing comes, else DEGRADED).
 *
 * @param since when the evidence began
 */
record BesideCase(Fired fired, Severity severity, Instant since, Cause cause) {
    static final String LATENCY = "LATENCY";
    static final String VOLUME = "VOLUME";

    private static final long MINUTE = 60_000;

    /** True if a disruption is held by one of these rules, and not by the chosen one. */
    static boolean holds(FlowState.Disrupted disrupted) {
        String rule = disrupted.fired().rule();
        return rule.equals(LATENCY) || rule.equals(VOLUME);
    }

    /** @param agreeing vantages that see it */
    static BesideCase slow(
            Slowness slowness, int threshold, Direction direction, String domain, List<String> agreeing) {
        String sentence = String.format(
                Locale.ROOT,
                "%s mail of %s gets through slowly: a check took %.1f s, %.1f s would be the most to expect%s",
                word(direction),
                domain,
                slowness.millis() / 1_000.0,
                slowness.limit() / 1_000.0,
                agreeing.isEmpty() ? "" : " (vantages: " + String.join(", ", agreeing) + ")");
        return new BesideCase(
                new Fired(LATENCY, slowness.score(), threshold),
                Severity.DEGRADED,
                Instant.ofEpochMilli(slowness.since()),
                new Cause(
                        Optional.empty(),
                        Optional.of(Fault.LATE),
                        Optional.empty(),
                        LATENCY + ":" + domain,
                        sentence,
                        1));
    }

    static BesideCase silent(Lull lull, Direction direction, String domain) {
        String sentence = String.format(
                Locale.ROOT,
                "%s %s mail of %s: %d messages accepted in %d minutes, %d were to be expected",
                lull.isTotal() ? "next to no" : "unusually little",
                word(direction),
                domain,
                lull.seen(),
                lull.minutes(),
                Math.round(lull.expected()));
        return new BesideCase(
                new Fired(VOLUME, (int) Math.min(Integer.MAX_VALUE, lull.seen()), Math.round(lull.expected())),
                lull.isTotal() ? Severity.DOWN : Severity.DEGRADED,
                Instant.ofEpochMilli(lull.since() - lull.minutes() * MINUTE),
                new Cause(Optional.empty(), Optional.empty(), Optional.empty(), VOLUME + ":" + domain, sentence, 1));
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
