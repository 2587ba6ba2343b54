package org.mailcontinuity.events.lifecycle;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The time of a copy.
 *
 * @param from now where absent
 * @param until when it ends
 * @param duration how long it lasts; as long as the original was planned where neither is given
 * @param name the original's where absent
 */
@Schema(example = "{\"from\": \"2026-12-01T20:00:00Z\", \"duration\": \"PT2H\"}")
record CloneRequest(
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Duration> duration,
        Optional<@Size(min = 1, max = 100) String> name) {

    /** The copy's request: as {@code original}, at its own time, and answering no alert. */
    EventRequest of(ContinuityEvent original) {
        EventRequest copy = EventRequest.of(original);
        boolean sameLength = until.isEmpty() && duration.isEmpty();
        return copy.at(
                        from,
                        until,
                        sameLength ? Optional.of(original.life().span().length()) : duration)
                .unbound(name.orElse(copy.name()));
    }
}
