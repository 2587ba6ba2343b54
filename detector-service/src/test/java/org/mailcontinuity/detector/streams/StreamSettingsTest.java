package org.mailcontinuity.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamSettingsTest {

    @Test
    void hasTheDefaultsThatAreDocumented() {
        assertThat(settings(Map.of()))
                .isEqualTo(new StreamSettings(
                        "continuity-detector",
                        Path.of("data/detector-state"),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(10),
                        1,
                        0,
                        -1,
                        false));
    }

    @ParameterizedTest
    @CsvSource({
        "tick, PT0.09S, PT0.1S to PT1M",
        "tick, PT61S, PT0.1S to PT1M",
        "commit-interval, PT0.009S, PT0.01S to PT10S",
        "commit-interval, PT11S, PT0.01S to PT10S",
        "session-timeout, PT0.5S, PT1S to PT5M",
        "session-timeout, PT6M, PT1S to PT5M",
        "threads, 0, 1 to 64",
        "threads, 65, 1 to 64",
        "standby-replicas, -1, 0 to 3",
        "standby-replicas, 4, 0 to 3",
        "replication-factor, 0, 1 to 5",
        "replication-factor, 6, 1 to 5"
    })
    void refusesWhatIsOutOfBoundsAndNamesTheBound(String key, String value, String bounds) {
        assertThatThrownBy(() -> settings(Map.of("continuity.detector." + key, value)))
                .hasMessageStartingWith("continuity.detector." + key + " must be " + bounds);
    }

    @Test
    void takesTheBrokersSettingsButNotItsGroup() {
        Properties properties = StreamsConnection.properties(
                settings(Map.of()),
                Map.of("bootstrap.servers", "b:9092", "group.id", "other", "security.protocol", "SASL_SSL"));
        assertThat(properties)
                .containsEntry("bootstrap.servers", "b:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("application.id", "continuity-detector")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("consumer.session.timeout.ms", 10_000)
                .doesNotContainKey("group.id");
    }

    private static StreamSettings settings(Map<String, String> given) {
        DetectorConfig config = new SmallRyeConfigBuilder()
                .withMapping(DetectorConfig.class)
                .withDefaultValues(given)
                .build()
                .getConfigMapping(DetectorConfig.class);
        return new DetectorBeans().settings(config);
    }
}
