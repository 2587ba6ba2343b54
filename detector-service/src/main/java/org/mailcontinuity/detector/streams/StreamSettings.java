package org.mailcontinuity.detector.streams;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the stream runs.
 *
 * @param applicationId not blank
 * @param tick 100 ms to 1 minute
 * @param commitInterval 10 ms to 10 s
 * @param sessionTimeout 1 s to 5 minutes
 * @param threads 1 to 64
 * @param standbyReplicas 0 to 3
 * @param replicationFactor 1 to 5, or -1 for the broker's default
 * @param confirmations true if other vantages are asked at once when one sees a failure
 */
public record StreamSettings(
        String applicationId,
        Path stateDirectory,
        Duration tick,
        Duration commitInterval,
        Duration sessionTimeout,
        int threads,
        int standbyReplicas,
        int replicationFactor,
        boolean confirmations) {

    public StreamSettings {
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("continuity.detector.application-id must not be blank");
        }
        within("tick", tick, Duration.ofMillis(100), Duration.ofMinutes(1));
        within("commit-interval", commitInterval, Duration.ofMillis(10), Duration.ofSeconds(10));
        within("session-timeout", sessionTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
        within("threads", threads, 1, 64);
        within("standby-replicas", standbyReplicas, 0, 3);
        if (replicationFactor != -1) {
            within("replication-factor", replicationFactor, 1, 5);
        }
    }

    private static <T extends Comparable<T>> void within(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "continuity.detector." + key + " must be " + least + " to " + most + ", was " + value);
        }
    }
}
