package org.mailcontinuity.standalone.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.mailcontinuity.contracts.DeadLetter;

/**
 * A dead letter where it lies.
 *
 * @param topic the topic it was read from
 * @param offset its own on that topic's {@code .dlq}
 * @param at when it was put there
 * @param why who could not read it and whence it came; absent where something else wrote to the topic
 * @param key as it was
 * @param headers as they were, without those that say why
 * @param value byte for byte as it was; absent for a tombstone
 */
public record Letter(
        String topic,
        long offset,
        Instant at,
        Optional<DeadLetter> why,
        Optional<byte[]> key,
        Map<String, byte[]> headers,
        Optional<byte[]> value) {
    private static final String SUFFIX = ".dlq";
    private static final String ADDED = "dlq-";

    static Letter of(ConsumerRecord<byte[], byte[]> read) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Header header : read.headers()) {
            all.put(header.key(), header.value() == null ? new byte[0] : header.value());
        }
        Map<String, byte[]> own = new LinkedHashMap<>(all);
        own.keySet().removeIf(name -> name.startsWith(ADDED));
        return new Letter(
                read.topic().substring(0, read.topic().length() - SUFFIX.length()),
                read.offset(),
                Instant.ofEpochMilli(read.timestamp()),
                why(all),
                Optional.ofNullable(read.key()),
                own,
                Optional.ofNullable(read.value()));
    }

    /** As the command line names it: {@code samples@17}. */
    public String name() {
        return topic.replaceFirst("^continuity[.]", "") + "@" + offset;
    }

    private static Optional<DeadLetter> why(Map<String, byte[]> headers) {
        try {
            return Optional.of(new DeadLetter(
                    text(headers, "dlq-cause"),
                    text(headers, "dlq-service"),
                    text(headers, "dlq-topic"),
                    Integer.parseInt(text(headers, "dlq-partition")),
                    Long.parseLong(text(headers, "dlq-offset"))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, byte[]> headers, String name) {
        return new String(headers.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
