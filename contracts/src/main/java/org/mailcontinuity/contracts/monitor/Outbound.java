package org.mailcontinuity.contracts.monitor;

import java.time.Duration;
import org.mailcontinuity.contracts.Require;

/**
 * Checks of mail from the organisation to the world.
 *
 * @param submission the organisation's own way out
 * @param sender the mailbox that test messages are sent from
 * @param latencyLimit how long a test message may take, 1 s to 1 h (default 2 min)
 */
public record Outbound(Submission submission, String sender, Duration latencyLimit) {
    private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(2);

    public Outbound {
        Require.present("outbound.submission", submission);
        Require.matching("outbound.sender", sender, Inbound.ADDRESS, Inbound.ADDRESS_RULE);
        latencyLimit = Require.orElse(latencyLimit, DEFAULT_LIMIT);
        Require.range("outbound.latencyLimit", latencyLimit, Duration.ofSeconds(1), Duration.ofHours(1));
    }
}
