package org.mailcontinuity.testbed.http;

import java.time.Duration;
import java.util.Map;

/**
 * How a sink answers: after the delay, with this status, these headers and this body.
 *
 * @param cut whether it takes the request and cuts the line instead of answering
 */
public record SinkAnswer(int status, Map<String, String> headers, String body, Duration delay, boolean cut) {
    public SinkAnswer {
        headers = Map.copyOf(headers);
    }

    public static SinkAnswer status(int status) {
        return new SinkAnswer(status, Map.of(), "", Duration.ZERO, false);
    }

    /** Takes the request and cuts the line. */
    public static SinkAnswer none() {
        return new SinkAnswer(200, Map.of(), "", Duration.ZERO, true);
    }

    public SinkAnswer withHeaders(Map<String, String> values) {
        return new SinkAnswer(status, values, body, delay, cut);
    }

    public SinkAnswer withBody(String text) {
        return new SinkAnswer(status, headers, text, delay, cut);
    }

    public SinkAnswer after(Duration wait) {
        return new SinkAnswer(status, headers, body, wait, cut);
    }
}
