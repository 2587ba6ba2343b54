package org.mailcontinuity.testbed.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.testbed.broker.TopicSpec;

class SharedStackIT {
    @Test
    void givesTopicsAndDatabasesAndStartsOnlyOnce() throws Exception {
        EmbeddedStack stack = new EmbeddedStack() {
            @Override
            protected List<TopicSpec> topics() {
                return List.of(new TopicSpec("a", 3, Map.of("cleanup.policy", "compact")), new TopicSpec("b", 1));
            }
        };
        stack.init(Map.of("databases", "event, notifier"));
        Map<String, String> config = stack.start();
        assertThat(config)
                .containsKeys(
                        "kafka.bootstrap.servers",
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.username",
                        "quarkus.datasource.password",
                        "quarkus.datasource.notifier.jdbc.url");
        assertThat(stack.start()).isEqualTo(config);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", config.get("kafka.bootstrap.servers")))) {
            var found = admin.describeTopics(List.of("a", "b")).allTopicNames().get();
            assertThat(found.values())
                    .extracting(
                            TopicDescription::name, topic -> topic.partitions().size())
                    .containsExactlyInAnyOrder(tuple("a", 3), tuple("b", 1));
        }
        try (var connection = SharedStack.database().connect("event")) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
