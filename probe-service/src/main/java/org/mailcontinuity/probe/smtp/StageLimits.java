package org.mailcontinuity.probe.smtp;

import java.time.Duration;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * How long each stage may take (RFC 5321, 4.5.3.2 has longer ones, for a client that must not give up). The check's
 * own deadline ends any of them earlier.
 */
public record StageLimits(Duration connect, Duration greeting, Duration command, Duration content) {
    public static final StageLimits DEFAULT = new StageLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** For a look at a control target: three SYNs, and the pause that some servers make before they greet. */
    public static final StageLimits CONTROL = new StageLimits(
            Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(2));

    Duration of(Step step) {
        if (step instanceof Step.Say(Command.Content _)) {
            return content;
        }
        return step.stage() == Stage.GREETING ? greeting : command;
    }
}
