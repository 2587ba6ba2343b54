package org.mailcontinuity.contracts;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
    /** What the names of all added headers begin with. */
    public static final String ADDED = "dlq-";

    private static final String CAUSE = ADDED + "cause";
    private static final String SERVICE = ADDED + "service";
    private static final String TOPIC = ADDED + "topic";
    private static final String PARTITION = ADDED + "partition";
    private static final String OFFSET = ADDED + "offset";
    private static final int LONGEST_CAUSE = 1000;

    public DeadLetter {
        cause = cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE);
    }

    /** What a record's headers say of it; empty if partition or offset are no numbers. */
    public static Optional<DeadLetter> of(Map<String, byte[]> headers) {
        try {
            return Optional.of(new DeadLetter(
                    text(headers, CAUSE),
                    text(headers, SERVICE),
                    text(headers, TOPIC),
                    Integer.parseInt(text(headers, PARTITION)),
                    Long.parseLong(text(headers, OFFSET))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The topic this letter belongs on. */
    public String deadLetterTopic() {
        return topic + ".dlq";
    }

    public Map<String, byte[]> headers() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        put(headers, CAUSE, cause);
        put(headers, SERVICE, service);
        put(headers, TOPIC, topic);
        put(headers, PARTITION, Integer.toString(partition));
        put(headers, OFFSET, Long.toString(offset));
        return headers;
    }

    private static String text(Map<String, byte[]> headers, String name) {
        return new String(headers.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static void put(Map<String, byte[]> headers, String name, String value) {
        headers.put(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
