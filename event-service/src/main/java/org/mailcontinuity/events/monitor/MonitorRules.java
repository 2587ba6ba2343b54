package org.mailcontinuity.events.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.monitor.ActivationMode;
import org.mailcontinuity.contracts.monitor.Depth;
import org.mailcontinuity.contracts.monitor.Inbound;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Outbound;
import org.mailcontinuity.contracts.monitor.Rule;
import org.mailcontinuity.contracts.monitor.Sensitivity;
import org.mailcontinuity.contracts.monitor.SubmissionSecurity;
import org.mailcontinuity.contracts.monitor.TlsPolicy;
import org.mailcontinuity.contracts.monitor.Traffic;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.events.problem.Violation;

/** Rules of a definition that go beyond its form: what makes no sense together, and what this release cannot do. */
final class MonitorRules {
    private static final Duration SHORTEST_BURN = Duration.ofMinutes(5);

    private MonitorRules() {}

    /** Every rule that {@code definition} breaks; empty for a sound one. */
    static List<Violation> check(MonitorDefinition definition) {
        List<Violation> found = new ArrayList<>();
        definition.inbound().ifPresent(inbound -> inbound(definition, inbound, found));
        definition.outbound().ifPresent(outbound -> outbound(outbound, found));
        definition.traffic().ifPresent(traffic -> traffic(traffic, found));
        detection(definition, found);
        if (definition.activation().mode() == ActivationMode.UNKNOWN) {
            found.add(new Violation("activation.mode", "WORD", "must be MANUAL or AUTOMATIC"));
        }
        return List.copyOf(found);
    }

    private static void inbound(MonitorDefinition definition, Inbound inbound, List<Violation> found) {
        String domain = inbound.recipient()
                .substring(inbound.recipient().lastIndexOf('@') + 1)
                .toLowerCase(Locale.ROOT);
        if (!domain.equals(definition.domain()) && !domain.endsWith("." + definition.domain())) {
            found.add(new Violation(
                    "inbound.recipient",
                    "RECIPIENT_OUTSIDE_DOMAIN",
                    "must lie in %s: its servers would refuse to relay to %s".formatted(definition.domain(), domain)));
        }
        if (inbound.depth() == Depth.MAILBOX || inbound.depth() == Depth.UNKNOWN) {
            found.add(new Violation(
                    "inbound.depth",
                    "NOT_SUPPORTED",
                    "must be RECIPIENT or MESSAGE: this release does not fetch messages back"));
        }
        if (inbound.tls() == TlsPolicy.UNKNOWN) {
            found.add(new Violation("inbound.tls", "WORD", "must be REQUIRED, OPPORTUNISTIC or NONE"));
        }
        Set<String> distinct = inbound.routes().stream().map(Route::address).collect(Collectors.toSet());
        if (distinct.size() < inbound.routes().size()) {
            found.add(new Violation("inbound.routes", "DISTINCT", "must name each host and port once"));
        }
    }

    private static void outbound(Outbound outbound, List<Violation> found) {
        if (outbound.submission().security() == SubmissionSecurity.UNKNOWN) {
            found.add(new Violation("outbound.submission.security", "WORD", "must be STARTTLS, TLS or NONE"));
        }
    }

    private static void traffic(Traffic traffic, List<Violation> found) {
        if (traffic.directions().contains(Direction.UNKNOWN)) {
            found.add(new Violation("traffic.directions", "WORD", "must be INBOUND or OUTBOUND"));
        }
        if (Set.copyOf(traffic.directions()).size() < traffic.directions().size()) {
            found.add(new Violation("traffic.directions", "DISTINCT", "must name each direction once"));
        }
    }

    private static void detection(MonitorDefinition definition, List<Violation> found) {
        Rule rule = definition.detection().rule();
        if (rule == Rule.UNKNOWN) {
            found.add(new Violation("detection.rule", "WORD", "must be EVIDENCE, FAILURE_COUNTER or BURN_RATE"));
        }
        Duration interval = definition.schedule().interval();
        if (rule == Rule.BURN_RATE && interval.compareTo(SHORTEST_BURN) > 0) {
            found.add(new Violation(
                    "detection.rule",
                    "INTERVAL_ABOVE_WINDOW",
                    "BURN_RATE looks at the last 5 minutes: schedule.interval must be at most %s, was %s"
                            .formatted(SHORTEST_BURN, interval)));
        }
        if (definition.detection().sensitivity() == Sensitivity.UNKNOWN) {
            found.add(new Violation("detection.sensitivity", "WORD", "must be FAST, BALANCED or QUIET"));
        }
        boolean tooShort = definition.detection().counter().window().compareTo(interval) < 0;
        if (rule == Rule.FAILURE_COUNTER && tooShort) {
            found.add(new Violation(
                    "detection.counter.window",
                    "WINDOW_BELOW_INTERVAL",
                    "must not be shorter than schedule.interval (%s), or windows have no sample".formatted(interval)));
        }
    }
}
