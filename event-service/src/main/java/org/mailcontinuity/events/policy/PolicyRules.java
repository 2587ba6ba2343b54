package org.mailcontinuity.events.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.events.problem.Violation;

/** Rules of policies that go beyond their form. */
final class PolicyRules {
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);
    private static final Duration SHORTEST_REPEAT = Duration.ofSeconds(1);
    private static final Duration LONGEST_REPEAT = Duration.ofHours(24);

    private PolicyRules() {}

    /** Every rule that {@code request} breaks; empty for a sound one. */
    static List<Violation> check(PolicyRequest request) {
        List<Violation> found = new ArrayList<>();
        if (request.repeatInterval().compareTo(SHORTEST_REPEAT) < 0
                || request.repeatInterval().compareTo(LONGEST_REPEAT) > 0) {
            found.add(new Violation("repeatInterval", "RANGE", "must be from PT1S to PT24H"));
        }
        Duration before = Duration.ZERO;
        for (int index = 0; index < request.steps().size(); index++) {
            PolicyStep step = request.steps().get(index);
            step("steps[" + index + "]", step, before, found);
            before = step.afterUnacknowledged();
        }
        return List.copyOf(found);
    }

    private static void step(String field, PolicyStep step, Duration before, List<Violation> found) {
        if (step.contactIds().isEmpty() && step.groupIds().isEmpty()) {
            found.add(new Violation(field, "NOBODY", "must name a contact or a contact group"));
        }
        Duration wait = step.afterUnacknowledged();
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            found.add(new Violation(field + ".afterUnacknowledged", "RANGE", "must be from PT0S to P7D"));
        } else if (wait.compareTo(before) < 0) {
            found.add(new Violation(
                    field + ".afterUnacknowledged", "ORDER", "must not be shorter than that of the step before"));
        }
        boolean nothingSent = !step.channels().isEmpty()
                && step.channels().stream()
                        .allMatch(channel -> channel == ChannelType.SMS || channel == ChannelType.UNKNOWN);
        if (nothingSent) {
            found.add(new Violation(
                    field + ".channels",
                    "NO_SENDABLE_CHANNEL",
                    "must hold EMAIL or WEBHOOK, or be empty: this release sends no SMS"));
        }
    }
}
