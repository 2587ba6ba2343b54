package org.mailcontinuity.contracts;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A topic as the deployment has to create it.
 *
 * @param name the topic's name
 * @param writer the one service that writes it ({@code any} for a dead-letter topic)
 * @param partitions the default count, set once at installation
 * @param compacted whether the last record of a key is kept for ever
 * @param retention how long a record is kept at least; absent where compaction alone decides
 * @param logAppendTime whether the broker's clock, not the writer's, dates its records
 */
public record Topic(
        String name,
        String writer,
        int partitions,
        boolean compacted,
        Optional<Duration> retention,
        boolean logAppendTime) {

    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    /** Where a reader puts a record of this topic that it cannot read. */
    public Topic deadLetter() {
        return new Topic(name + ".dlq", "any", 1, false, Optional.of(DEAD_LETTER_RETENTION), false);
    }

    /** The topic's configuration as Kafka names it, ordered by name. */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new TreeMap<>();
        configuration.put("cleanup.policy", cleanupPolicy());
        retention.ifPresent(time -> configuration.put("retention.ms", Long.toString(time.toMillis())));
        if (logAppendTime) {
            configuration.put("message.timestamp.type", "LogAppendTime");
        }
        return configuration;
    }

    private String cleanupPolicy() {
        if (!compacted) {
            return "delete";
        }
        return retention.isPresent() ? "compact,delete" : "compact";
    }
}
