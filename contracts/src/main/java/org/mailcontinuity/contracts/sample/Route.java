package org.mailcontinuity.contracts.sample;

import java.util.Optional;
import org.mailcontinuity.contracts.Require;

/**
 * A way into or out of a mail system.
 *
 * @param host name or address, 1 to 255 characters
 * @param port 1 to 65535
 * @param preference the MX preference, 0 to 65535, lower is tried first; absent for a route that is no MX
 */
public record Route(String host, int port, Optional<Integer> preference) {
    public Route {
        Require.text("route.host", host, 1, 255);
        Require.range("route.port", port, 1, 65535);
        preference.ifPresent(value -> Require.range("route.preference", value, 0, 65535));
    }

    public static Route of(String host, int port) {
        return new Route(host, port, Optional.empty());
    }

    public static Route of(String host, int port, int preference) {
        return new Route(host, port, Optional.of(preference));
    }

    /** {@code host:port}, which names the route within a monitor. */
    public String address() {
        return host + ":" + port;
    }
}
