package org.mailcontinuity.events.alert;

import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;

/**
 * What an alert is about: the disruptions that share it.
 *
 * @param severity of the gravest that lasts, or of the gravest of all once none does
 * @param cause of that one; where several are equally grave, of the earliest
 * @param monitors where they are, 1 to 200: those that last first, the gravest first; of more the first 200
 * @param monitorCount how many there are in all
 * @param domainCount in how many domains
 * @param openCount how many last
 */
public record Extent(
        Severity severity,
        Cause cause,
        List<AffectedMonitor> monitors,
        int monitorCount,
        int domainCount,
        int openCount) {
    /** How many monitors are named. */
    public static final int MOST_NAMED = 200;

    public Extent {
        monitors = List.copyOf(monitors);
    }

    /** The monitor that gives the alert its severity and cause. */
    public AffectedMonitor leading() {
        return monitors.getFirst();
    }

    /** Whether it is about more than one monitor and direction. */
    public boolean several() {
        return monitorCount > 1;
    }

    /** The direction in which mail does not flow; {@code UNKNOWN} where it is more than one. */
    public Direction direction() {
        List<Direction> all =
                monitors.stream().map(AffectedMonitor::direction).distinct().toList();
        return all.size() == 1 ? all.getFirst() : Direction.UNKNOWN;
    }

    /** The domains, as a sentence takes them: {@code example.org}, or {@code 14 domains at Microsoft 365}. */
    public String whose(Optional<String> subject) {
        return domainCount == 1
                ? leading().domain()
                : domainCount + " domains" + subject.map(name -> " at " + name).orElse("");
    }

    /** As {@code subject}, a domain, or a number of domains, whatever says most. */
    public String title(Optional<String> subject) {
        if (domainCount == 1) {
            return leading().domain();
        }
        return subject.map(name -> "%s, %d domains".formatted(name, domainCount))
                .orElseGet(() -> domainCount + " domains");
    }
}
