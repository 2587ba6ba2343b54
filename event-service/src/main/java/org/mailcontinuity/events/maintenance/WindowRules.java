package org.mailcontinuity.events.maintenance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailcontinuity.events.problem.Violation;

/** Rules of maintenance windows that go beyond their form. */
final class WindowRules {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private WindowRules() {}

    /** Every rule that {@code window} breaks; empty for a sound one. */
    static List<Violation> check(MaintenanceWindow window) {
        List<Violation> found = new ArrayList<>();
        if (window.monitorIds().isEmpty() && window.labels().isEmpty()) {
            found.add(new Violation("monitorIds", "NOTHING", "must name a monitor, or else labels must"));
        }
        Duration length = window.length();
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            found.add(new Violation("until", "RANGE", "must be PT1M to P7D after from"));
        }
        window.recurrence().ifPresent(recurrence -> {
            Duration longest = longest(recurrence);
            if (length.compareTo(longest) >= 0) {
                found.add(new Violation(
                        "until",
                        "OVERLAP",
                        "must be less than %s after from, or it comes again before it ends".formatted(longest)));
            }
            if (recurrence.frequency() != Recurrence.Frequency.WEEKLY
                    && !recurrence.days().isEmpty()) {
                found.add(new Violation("recurrence.days", "WEEKLY_ONLY", "must be empty unless it is WEEKLY"));
            }
        });
        return List.copyOf(found);
    }

    private static Duration longest(Recurrence recurrence) {
        boolean mayFollowAtOnce = recurrence.frequency() == Recurrence.Frequency.DAILY
                || recurrence.days().size() > 1;
        return mayFollowAtOnce ? Duration.ofDays(1) : LONGEST;
    }
}
