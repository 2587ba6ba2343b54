package org.mailcontinuity.probe.agent;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.contracts.sample.Direction;

/**
 * A monitor, and whose mail counts for it.
 *
 * @param domains in lower case; one that begins with a dot stands for all below it
 * @param rest whether what was refused before it named a recipient counts as its inbound mail
 */
record WatchedMonitor(UUID monitorId, List<String> domains, Set<Direction> directions, boolean rest) {
    WatchedMonitor {
        domains = List.copyOf(domains);
        directions = Set.copyOf(directions);
    }

    boolean has(String domain) {
        return domains.stream().anyMatch(own -> own.startsWith(".") ? domain.endsWith(own) : domain.equals(own));
    }
}
