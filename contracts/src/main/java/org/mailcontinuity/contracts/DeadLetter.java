package org.mailcontinuity.contracts;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why and whence a record came to a dead-letter topic. The record itself is kept byte for byte, with its own headers;
 * these are added.
 *
 * @param cause why it could not be read
 * @param service who could not read it
 * @param topic the topic it was read from
 * @param partition its partition there
 * @param offset its offset there
 */
public record DeadLetter(String cause, String service, String topic, int partition, long offset) {
    private static final int LONGEST_CAUSE = 1000;

    public DeadLetter {
        cause = cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE);
    }

    /** The topic this letter belongs on. */
    public String deadLetterTopic() {
        return topic + ".dlq";
    }

    public Map<String, byte[]> headers() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        put(headers, "dlq-cause", cause);
        put(headers, "dlq-service", service);
        put(headers, "dlq-topic", topic);
        put(headers, "dlq-partition", Integer.toString(partition));
        put(headers, "dlq-offset", Long.toString(offset));
        return headers;
    }

    private static void put(Map<String, byte[]> headers, String name, String value) {
        headers.put(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
