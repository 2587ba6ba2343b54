package org.mailcontinuity.events.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/**
 * Which settings are to be tried on which monitor's recorded samples.
 *
 * @param detection the settings to try; what is absent takes its default
 * @param from the earliest time of the samples, included; by default 7 days before {@code until}
 * @param until the latest, not included; by default now
 */
@Schema(example = """
                {"monitorId": "019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01",
                 "detection": {"rule": "EVIDENCE", "sensitivity": "QUIET"},
                 "from": "2026-11-17T12:00:00Z", "until": "2026-11-24T12:00:00Z"}
                """)
record PreviewRequest(UUID monitorId, DetectionSettings detection, Optional<Instant> from, Optional<Instant> until) {
    /** The longest that samples are kept. */
    static final Duration LONGEST = Duration.ofDays(7);

    PreviewRequest {
        Require.present("monitorId", monitorId);
        detection = Require.orElse(detection, DetectionSettings.DEFAULT);
    }

    /** The time that is looked at. @throws RefusedException if it is none, or too long */
    Span span(Instant now) {
        Instant end = until.orElse(now);
        Instant start = from.orElse(end.minus(LONGEST));
        if (!end.isAfter(start)) {
            throw refused("AFTER_FROM", "must be after from");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw refused("AT_MOST_7_DAYS", "must be at most 7 days after from");
        }
        return new Span(start, end);
    }

    private static RefusedException refused(String rule, String message) {
        return new RefusedException(Refusal.Invalid.of("until", rule, message));
    }

    /** From one instant, included, to another, not. */
    record Span(Instant from, Instant until) {}
}
