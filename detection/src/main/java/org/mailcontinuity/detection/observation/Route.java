package org.mailcontinuity.detection.observation;

import java.util.OptionalInt;

/**
 * The way a check went in: a host and port, with the MX preference where the route has one.
 *
 * @param host host name or address, not blank
 * @param port 0 to 65535
 * @param preference 0 to 65535, lower is preferred (RFC 5321 section 5.1)
 */
public record Route(String host, int port, OptionalInt preference) {
    public Route {
        if (host.isBlank()) {
            throw new IllegalArgumentException("route.host must not be blank");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("route.port must be 0 to 65535, was " + port);
        }
        preference.ifPresent(value -> {
            if (value < 0 || value > 65_535) {
                throw new IllegalArgumentException("route.preference must be 0 to 65535, was " + value);
            }
        });
    }
}
