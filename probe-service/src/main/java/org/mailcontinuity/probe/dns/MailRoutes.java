package org.mailcontinuity.probe.dns;

import java.util.List;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Route;

/** The ways to a domain's mail. */
public sealed interface MailRoutes {
    /** @param routes in the order in which mail servers try them; not empty */
    record Known(List<Route> routes) implements MailRoutes {
        public Known {
            routes = List.copyOf(routes);
        }
    }

    /**
     * There is no way, or DNS does not tell.
     *
     * @param fault a {@code DNS_} word, or NULL_MX
     * @param lastKnown the routes of the last good answer; empty where there was none
     */
    record Unknown(Fault fault, List<Route> lastKnown) implements MailRoutes {
        public Unknown {
            lastKnown = List.copyOf(lastKnown);
        }
    }
}
