package org.mailcontinuity.testbed.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSpecTest {
    @Test
    void readsNamesPartitionsAndSettings() {
        assertThat(TopicSpec.parseList("a:12:cleanup.policy=compact;retention.ms=5, b:3,c"))
                .containsExactly(
                        new TopicSpec("a", 12, Map.of("cleanup.policy", "compact", "retention.ms", "5")),
                        new TopicSpec("b", 3),
                        new TopicSpec("c", 1));
    }

    @Test
    void refusesATopicWithoutPartitions() {
        assertThatThrownBy(() -> new TopicSpec("a", 0)).hasMessageContaining("partitions");
    }

    @Test
    void refusesASettingWithoutValue() {
        assertThatThrownBy(() -> TopicSpec.parseList("a:1:cleanup.policy")).hasMessageContaining("key=value");
    }
}
