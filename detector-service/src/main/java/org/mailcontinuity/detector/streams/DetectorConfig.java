package org.mailcontinuity.detector.streams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The detector's settings; {@link StreamSettings} holds their bounds. */
@ConfigMapping(prefix = "continuity.detector")
public interface DetectorConfig {
    /** Name of the consumer group, and the first part of the names of internal topics. */
    @WithDefault("continuity-detector")
    String applicationId();

    /** Where local state is kept. It is rebuilt from Kafka if it is lost. */
    @WithDefault("data/detector-state")
    Path stateDirectory();

    /** How often time passes for monitors that are due. */
    @WithDefault("PT10S")
    Duration tick();

    /** The longest a judgement waits until it can be read. */
    @WithDefault("PT0.1S")
    Duration commitInterval();

    /** After how long without a sign of life an instance's work goes to another. */
    @WithDefault("PT10S")
    Duration sessionTimeout();

    @WithDefault("1")
    int threads();

    /** Copies of state on other instances, ready to take over. */
    @WithDefault("0")
    int standbyReplicas();

    /** Whether other vantages are asked to look at once when one sees a failure. */
    @WithDefault("false")
    boolean confirmations();

    /** Copies of internal topics; -1 for the broker's default. */
    @WithDefault("-1")
    int replicationFactor();
}
