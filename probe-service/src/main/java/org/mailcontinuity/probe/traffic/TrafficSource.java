package org.mailcontinuity.probe.traffic;

import java.util.Set;
import java.util.UUID;

/**
 * Who counts: a mail server's agent, or another shipper of logs.
 *
 * @param name 1 to 100 letters, digits, dots and hyphens; its samples name it as their vantage
 * @param monitors those that it may report
 */
record TrafficSource(String name, Set<UUID> monitors) {
    TrafficSource {
        monitors = Set.copyOf(monitors);
    }
}
