package org.mailcontinuity.bench.scenario;

import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;

/**
 * One run of a scenario, drawn.
 *
 * @param from first instant simulated, epoch milliseconds
 * @param troubleFrom when the trouble begins
 * @param troubleUntil when it ends
 * @param until end of the simulation
 * @param routes how many routes are checked
 * @param failingMillis how long a failing check takes, which no rule can undercut
 * @param mail real mail that is counted where no probe looks; in the trouble none comes. Empty where probes look
 */
public record Plan(
        long from,
        long troubleFrom,
        long troubleUntil,
        long until,
        int routes,
        Trouble trouble,
        Delivery delivery,
        List<MaintenanceSpan> maintenance,
        Optional<Expected> expected,
        long failingMillis,
        Optional<RealMail> mail) {

    /** True if a check that starts then meets the trouble. */
    boolean isTroubled(long at) {
        return at >= troubleFrom && at < troubleUntil;
    }
}
