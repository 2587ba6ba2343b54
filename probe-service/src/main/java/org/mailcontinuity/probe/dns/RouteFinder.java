package org.mailcontinuity.probe.dns;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Route;

/**
 * Finds the ways to a domain's mail (RFC 5321, 5.1) and remembers the last good answer, so that a domain whose DNS
 * breaks can be told from one whose hosts do. Safe for many threads.
 */
public final class RouteFinder {
    private static final int SMTP = 25;
    private static final int MOST_ROUTES = 20;
    private static final int MOST_REMEMBERED = 200_000;

    private final DnsClient dns;
    private final Map<String, List<Route>> lastKnown = new ConcurrentHashMap<>();

    public RouteFinder(DnsClient dns) {
        this.dns = dns;
    }

    /**
     * The routes by MX, lowest preference first. A domain without MX is its own host with preference 0 where it has an
     * address (RFC 5321, 5.1); one whose only MX is "." takes no mail (RFC 7505).
     *
     * @param limit how long each question to DNS may take
     */
    public MailRoutes routesOf(String domain, Duration limit) {
        return switch (dns.mx(domain, limit)) {
            case Answer.Found<MxRecord>(List<MxRecord> records) -> byMx(domain, records);
            case Answer.NoRecord<MxRecord>() -> implicit(domain, limit);
            case Answer.Failed<MxRecord>(Fault fault) -> unknown(domain, fault);
        };
    }

    private MailRoutes byMx(String domain, List<MxRecord> records) {
        List<Route> routes = records.stream()
                .filter(record -> !record.host().isEmpty())
                .sorted(Comparator.comparingInt(MxRecord::preference).thenComparing(MxRecord::host))
                .limit(MOST_ROUTES)
                .map(record -> Route.of(record.host(), SMTP, record.preference()))
                .toList();
        return routes.isEmpty() ? unknown(domain, Fault.NULL_MX) : known(domain, routes);
    }

    private MailRoutes implicit(String domain, Duration limit) {
        return switch (dns.addresses(domain, limit)) {
            case Answer.Found<?> _ -> known(domain, List.of(Route.of(domain, SMTP, 0)));
            case Answer.NoRecord<?>() -> unknown(domain, Fault.DNS_NXDOMAIN);
            case Answer.Failed<?>(Fault fault) -> unknown(domain, fault);
        };
    }

    private MailRoutes known(String domain, List<Route> routes) {
        if (lastKnown.size() < MOST_REMEMBERED || lastKnown.containsKey(domain)) {
            lastKnown.put(domain, routes);
        }
        return new MailRoutes.Known(routes);
    }

    private MailRoutes unknown(String domain, Fault fault) {
        return new MailRoutes.Unknown(fault, lastKnown.getOrDefault(domain, List.of()));
    }
}
