package org.mailcontinuity.testbed.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates topics on any broker, however it was started. */
public final class TopicCreation {
    private TopicCreation() {}

    /** Creates those of the topics that do not exist yet, and returns once the broker has taken them. */
    public static void createMissing(Map<String, String> clientSettings, Collection<TopicSpec> topics) {
        try (Admin admin = Admin.create(new HashMap<String, Object>(clientSettings))) {
            Set<String> present = admin.listTopics().names().get();
            var missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configs()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics cannot be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }
}
