package org.mailcontinuity.contracts.monitor;

import java.util.List;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.sample.Route;

/**
 * Checks of mail from the world to the organisation.
 *
 * @param routes routes given by hand, at most 20
 * @param mx whether the routes are the domain's MX records instead (default: when no route is given)
 * @param recipient the mailbox that a check names to the server
 * @param depth how far a check goes (default {@link Depth#RECIPIENT})
 * @param tls what it demands of TLS (default {@link TlsPolicy#OPPORTUNISTIC})
 */
public record Inbound(List<Route> routes, Boolean mx, String recipient, Depth depth, TlsPolicy tls) {
    static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\\p{Cntrl}]{1,64}@[^\\s@<>\\p{Cntrl}]{1,253}");
    static final String ADDRESS_RULE = "must be an email address";

    public Inbound {
        routes = Require.list("inbound.routes", routes, 20);
        mx = Require.orElse(mx, routes.isEmpty());
        Require.matching("inbound.recipient", recipient, ADDRESS, ADDRESS_RULE);
        depth = Require.orElse(depth, Depth.RECIPIENT);
        tls = Require.orElse(tls, TlsPolicy.OPPORTUNISTIC);
        if (mx != routes.isEmpty()) {
            throw new ContractViolation("inbound.routes", "must be given exactly when mx is false", routes);
        }
    }
}
