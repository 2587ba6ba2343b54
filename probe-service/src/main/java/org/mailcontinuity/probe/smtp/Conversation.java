package org.mailcontinuity.probe.smtp;

import java.time.Duration;
import java.util.Map;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * A dialogue that took place.
 *
 * @param ending how it ended
 * @param timings how long each stage took that was begun; a stage passed twice (EHLO before and after STARTTLS) counts
 *     both times
 * @param total from the first attempt to connect to the deciding reply, without taking leave
 */
public record Conversation(Ending ending, Map<Stage, Duration> timings, Duration total) {
    public Conversation {
        timings = Map.copyOf(timings);
    }
}
