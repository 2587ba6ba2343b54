package org.mailcontinuity.probe.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;

/** Ready only while the topics exist that this service reads and writes. Says which is missing and how to create it. */
@Readiness
@ApplicationScoped
class TopicHealthCheck implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<Topic> NEEDED = List.of(
            Topics.MONITORS,
            Topics.MONITORS.deadLetter(),
            Topics.SAMPLES,
            Topics.ARRIVALS,
            Topics.ARRIVALS.deadLetter(),
            Topics.CONFIRMATIONS,
            Topics.CONFIRMATIONS.deadLetter(),
            Topics.VANTAGES);

    private final Admin admin;

    TopicHealthCheck(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.admin = Admin.create(settings);
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(1));
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("topics");
        try {
            List<String> problems = problems();
            problems.forEach(problem -> response.withData("topic-" + problems.indexOf(problem), problem));
            return response.status(problems.isEmpty()).build();
        } catch (ExecutionException | TimeoutException e) {
            return response.down().withData("kafka", "out of reach").build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return response.down().build();
        }
    }

    private List<String> problems() throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(NEEDED.stream().map(Topic::name).toList()).topicNameValues();
        Map<String, Integer> partitions = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Topic topic : NEEDED) {
            KafkaFuture<TopicDescription> description =
                    Objects.requireNonNull(descriptions.get(topic.name()), "every topic asked for is answered");
            try {
                TopicDescription seen = description.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                partitions.put(topic.name(), seen.partitions().size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                problems.add(topic.name() + " is missing: " + creationOf(topic));
            }
        }
        Integer monitors = partitions.get(Topics.MONITORS.name());
        Integer samples = partitions.get(Topics.SAMPLES.name());
        if (monitors != null && samples != null && !monitors.equals(samples)) {
            problems.add(Topics.MONITORS.name() + " has " + monitors + " partitions and " + Topics.SAMPLES.name()
                    + " has " + samples + ": they must have the same number; create the smaller one anew");
        }
        return problems;
    }

    private static String creationOf(Topic topic) {
        StringBuilder command = new StringBuilder("kafka-topics.sh --create --topic ")
                .append(topic.name())
                .append(" --partitions ")
                .append(topic.partitions());
        topic.configuration()
                .forEach((name, value) ->
                        command.append(" --config ").append(name).append('=').append(value));
        return command.toString();
    }
}
