package org.mailcontinuity.standalone.deadletter;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.mailcontinuity.contracts.DeadLetter;
import org.mailcontinuity.contracts.Topic;

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
    private static final Pattern COMMON = Pattern.compile("^continuity[.]");

    static Letter of(Topic topic, ConsumerRecord<byte[], byte[]> read) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Header header : read.headers()) {
            all.put(header.key(), header.value() == null ? new byte[0] : header.value());
        }
        Map<String, byte[]> own = new LinkedHashMap<>(all);
        own.keySet().removeIf(name -> name.startsWith(DeadLetter.ADDED));
        return new Letter(
                topic.name(),
                read.offset(),
                Instant.ofEpochMilli(read.timestamp()),
                DeadLetter.of(all),
                Optional.ofNullable(read.key()),
                own,
                Optional.ofNullable(read.value()));
    }

    /** As the command line names it: {@code samples@17}. */
    public String name() {
        return brief(topic) + "@" + offset;
    }

    /** A topic's name without what all have in common. */
    public static String brief(String topic) {
        return COMMON.matcher(topic).replaceFirst("");
    }
}
