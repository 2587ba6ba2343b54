package org.mailcontinuity.events.suggestion;

import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Route;

/**
 * What the DNS says about a domain's mail.
 *
 * @param mx its MX records by preference, lowest first, each with port 25
 * @param nullMx whether it says that it takes no mail (RFC 7505)
 * @param spf its SPF record (RFC 7208), where it has exactly one
 */
record DomainRecords(List<Route> mx, boolean nullMx, Optional<String> spf) {
    DomainRecords {
        mx = List.copyOf(mx);
    }
}
