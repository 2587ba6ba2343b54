package org.mailcontinuity.events.contact;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.mailcontinuity.contracts.contact.QuietHours;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.problem.Violation;

/** Rules of quiet hours, a contact's or a policy's, that go beyond their form. */
public final class QuietHoursRules {
    private QuietHoursRules() {}

    /** Adds every rule that {@code quiet} breaks. */
    public static void check(QuietHours quiet, List<Violation> found) {
        if (quiet.timeZone().filter(name -> !zoneExists(name)).isPresent()) {
            found.add(new Violation(
                    "quietHours.timeZone", "TIME_ZONE", "must be an IANA time zone, such as Europe/Berlin"));
        }
        if (quiet.breakThrough().contains(Severity.UNKNOWN)) {
            found.add(new Violation("quietHours.breakThrough", "WORD", "must be of BLIND, DEGRADED and DOWN"));
        }
    }

    static boolean zoneExists(String name) {
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
