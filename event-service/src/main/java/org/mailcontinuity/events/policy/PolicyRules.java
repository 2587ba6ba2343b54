package org.mailcontinuity.events.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.events.contact.QuietHoursRules;
import org.mailcontinuity.events.problem.Violation;

/** Rules of policies that go beyond their form. */
final class PolicyRules {
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);
    private static final Duration SHORTEST_REPEAT = Duration.ofSeconds(1);
    private static final Duration LONGEST_REPEAT = Duration.ofHours(24);

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
    private static final String CHANNELS = Arrays.stream(ChannelType.values())
            .filter(channel -> channel != ChannelType.UNKNOWN)
            .map(Enum::name)
            .collect(Collectors.joining(", "));

    private PolicyRules() {}

    /** Every rule that {@code request} breaks; empty for a sound one. */
    static List<Violation> check(PolicyRequest request) {
        List<Violation> found = new ArrayList<>();
        if (request.repeatInterval().compareTo(SHORTEST_REPEAT) < 0
                || request.repeatInterval().compareTo(LONGEST_REPEAT) > 0) {
            found.add(new Violation("repeatInterval", "RANGE", "must be from PT1S to PT24H"));
        }
        request.quietHours().ifPresent(quiet -> QuietHoursRules.check(quiet, found));
        for (int index = 0; index < request.languages().size(); index++) {
            if (!LANGUAGE.matcher(request.languages().get(index)).matches()) {
                found.add(new Violation(
                        "languages[" + index + "]", "LANGUAGE", "must be a language tag, such as en or de-AT"));
            }
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
        if (step.channels().contains(ChannelType.UNKNOWN)) {
            found.add(new Violation(field + ".channels", "WORD", "must be of " + CHANNELS));
        }
    }
}
