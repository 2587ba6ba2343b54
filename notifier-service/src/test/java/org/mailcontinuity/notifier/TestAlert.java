package org.mailcontinuity.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.alert.Standing;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;

/** An alert of a test, which may be told in its states one after the other. */
final class TestAlert {
    private static final Instant SINCE = Instant.parse("2026-11-24T12:00:00Z");

    private final UUID alertId = UUID.randomUUID();
    private final UUID monitorId = UUID.randomUUID();
    private final UUID disruptionId = UUID.randomUUID();
    private final List<AlertStep> steps = new ArrayList<>();
    private long revision;
    private int episode = 1;

    /** One more step, after {@code minutes} without acknowledgement. */
    TestAlert step(int minutes, UUID... contactIds) {
        steps.add(new AlertStep(Duration.ofMinutes(minutes), List.of(contactIds), List.of()));
        return this;
    }

    /** One more step, by SMS where a contact has it. */
    TestAlert bySms(int minutes, UUID... contactIds) {
        steps.add(new AlertStep(Duration.ofMinutes(minutes), List.of(contactIds), List.of(ChannelType.SMS)));
        return this;
    }

    UUID id() {
        return alertId;
    }

    long revision() {
        return revision;
    }

    AlertChanged firing() {
        return state(AlertState.FIRING, Optional.empty());
    }

    AlertChanged worsened() {
        episode++;
        return firing();
    }

    AlertChanged acknowledged() {
        return state(AlertState.ACKNOWLEDGED, Optional.of(new Standing("Ada", SINCE, Optional.empty())));
    }

    AlertChanged suspended(Instant until) {
        return state(AlertState.SUSPENDED, Optional.of(new Standing("Ada", SINCE, Optional.of(until))));
    }

    AlertChanged resolved() {
        return state(AlertState.RESOLVED, Optional.empty());
    }

    private AlertChanged state(AlertState state, Optional<Standing> standing) {
        revision++;
        return new AlertChanged(
                alertId,
                revision,
                state,
                episode,
                Severity.DOWN,
                SINCE,
                SINCE.plusSeconds(60),
                SINCE.plusSeconds(60 + revision),
                standing,
                state == AlertState.RESOLVED ? Optional.of(SINCE.plusSeconds(600)) : Optional.empty(),
                Duration.ofMinutes(30),
                steps,
                new Cause(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "host mx1.example.test",
                        "mx1.example.test refuses the connection <b>now</b>",
                        0.9),
                List.of(new AffectedMonitor(monitorId, "Main mail", "example.test", Direction.INBOUND)),
                List.of(disruptionId),
                Optional.empty(),
                Optional.empty(),
                1,
                1,
                state == AlertState.RESOLVED ? 0 : 1,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
