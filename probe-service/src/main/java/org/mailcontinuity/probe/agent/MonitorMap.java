package org.mailcontinuity.probe.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.probe.maillog.MessageFate;

/**
 * Whose mail it is.
 *
 * <ol>
 *   <li>Mail from or to an ignored address is nobody's.
 *   <li>To a monitor's domains and not from them: inbound. Where the recipient is of no monitor, because an alias led
 *       outside, the one named before counts.
 *   <li>From a monitor's domains and not to them: outbound.
 *   <li>From and to them: internal, which says nothing of the way to the world, and does not count.
 *   <li>Refused before a recipient was named: inbound of the monitor that takes the rest, outbound if from its domains.
 * </ol>
 */
final class MonitorMap {
    private final List<WatchedMonitor> monitors;
    private final List<String> ignored;

    MonitorMap(List<WatchedMonitor> monitors, List<String> ignored) {
        this.monitors = List.copyOf(monitors);
        this.ignored = List.copyOf(ignored);
    }

    /** Everything that is counted. */
    List<CountKey> keys() {
        return monitors.stream()
                .flatMap(monitor -> monitor.directions().stream()
                        .sorted()
                        .map(direction -> new CountKey(monitor.monitorId(), direction)))
                .toList();
    }

    List<CountKey> keysOf(MessageFate delivery) {
        if (isIgnored(delivery.sender()) || isIgnored(delivery.recipient())) {
            return List.of();
        }
        String from = delivery.sender().map(MonitorMap::domain).orElse("");
        String to = recipientDomain(delivery);
        List<CountKey> keys = new ArrayList<>();
        for (WatchedMonitor monitor : monitors) {
            directionFor(monitor, from, to, delivery.recipient().isEmpty())
                    .filter(monitor.directions()::contains)
                    .filter(direction -> delivery.only().map(direction::equals).orElse(true))
                    .map(direction -> new CountKey(monitor.monitorId(), direction))
                    .ifPresent(keys::add);
        }
        return keys;
    }

    private static Optional<Direction> directionFor(
            WatchedMonitor monitor, String from, String to, boolean noRecipient) {
        boolean own = monitor.has(from);
        if (noRecipient) {
            return monitor.rest() ? Optional.of(own ? Direction.OUTBOUND : Direction.INBOUND) : Optional.empty();
        }
        boolean mine = monitor.has(to);
        if (own == mine) {
            return Optional.empty();
        }
        return Optional.of(mine ? Direction.INBOUND : Direction.OUTBOUND);
    }

    private String recipientDomain(MessageFate delivery) {
        String to = delivery.recipient().map(MonitorMap::domain).orElse("");
        String before = delivery.original().map(MonitorMap::domain).orElse("");
        boolean known = monitors.stream().anyMatch(monitor -> monitor.has(to));
        return known || before.isEmpty() ? to : before;
    }

    private boolean isIgnored(Optional<String> address) {
        String lower = address.orElse("").toLowerCase(Locale.ROOT);
        return ignored.stream().anyMatch(word -> word.startsWith("@") ? lower.endsWith(word) : lower.equals(word));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
