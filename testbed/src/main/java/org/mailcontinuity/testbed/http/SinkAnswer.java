package org.mailcontinuity.testbed.http;

import java.time.Duration;
import java.util.Map;

/** How a sink answers: after the delay, with this status, these headers and this body. */
public record SinkAnswer(int status, Map<String, String> headers, String body, Duration delay) {
    public SinkAnswer {
        headers = Map.copyOf(headers);
    }

    public static SinkAnswer status(int status) {
        return new SinkAnswer(status, Map.of(), "", Duration.ZERO);
    }

    public SinkAnswer withHeaders(Map<String, String> values) {
        return new SinkAnswer(status, values, body, delay);
    }

    public SinkAnswer withBody(String text) {
        return new SinkAnswer(status, headers, text, delay);
    }

    public SinkAnswer after(Duration wait) {
        return new SinkAnswer(status, headers, body, wait);
    }
}
