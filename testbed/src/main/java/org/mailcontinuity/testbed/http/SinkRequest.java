package org.mailcontinuity.testbed.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request that a sink was sent.
 *
 * @param headers by lower-case name; several values of one name joined by a comma
 */
public record SinkRequest(String method, String path, Map<String, String> headers, String body) {
    public SinkRequest {
        headers = Map.copyOf(headers);
    }

    /** The value of that header; give its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
