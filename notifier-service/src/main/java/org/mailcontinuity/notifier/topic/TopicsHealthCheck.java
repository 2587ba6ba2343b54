package org.mailcontinuity.notifier.topic;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.notifier.inbox.InboxJob;
import org.mailcontinuity.notifier.inbox.OrderedConsumer;

/**
 * Not ready before every topic exists with its partitions. Once that was seen the check stays up: a broker that goes
 * away later does not stop the API, whose messages wait in the outbox.
 */
@Readiness
@Singleton
final class TopicsHealthCheck implements HealthCheck {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Admin admin;
    private final List<Topic> wanted;
    private volatile boolean seen;

    TopicsHealthCheck(@Identifier("default-kafka-broker") Map<String, Object> broker, InboxJob inbox) {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LONGEST.toMillis());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LONGEST.toMillis());
        admin = Admin.create(config);
        wanted = wanted(inbox.consumers());
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("topics");
        if (seen) {
            return answer.up().build();
        }
        Map<String, KafkaFuture<TopicDescription>> found =
                admin.describeTopics(wanted.stream().map(Topic::name).toList()).topicNameValues();
        boolean complete = true;
        for (Topic topic : wanted) {
            String fault = fault(topic, Objects.requireNonNull(found.get(topic.name())));
            if (!fault.isEmpty()) {
                answer.withData(topic.name(), fault);
                complete = false;
            }
        }
        seen = complete;
        return answer.status(complete).build();
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private static List<Topic> wanted(List<OrderedConsumer> consumers) {
        Stream<Topic> written =
                Topics.primary().stream().filter(topic -> topic.writer().equals("notifier-service"));
        Stream<Topic> read = consumers.stream().map(OrderedConsumer::topic).flatMap(t -> Stream.of(t, t.deadLetter()));
        return Stream.concat(written, read).distinct().toList();
    }

    /** What is wrong with a topic and how to mend it; empty if nothing is. */
    private static String fault(Topic topic, KafkaFuture<TopicDescription> answer) {
        try {
            int partitions = answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                    .partitions()
                    .size();
            return partitions == topic.partitions()
                    ? ""
                    : "has %d partitions instead of %d; counts are set once, at installation: create it anew with %s"
                            .formatted(partitions, topic.partitions(), command(topic));
        } catch (ExecutionException e) {
            return "is missing or cannot be seen (%s); create it with %s"
                    .formatted(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), command(topic));
        } catch (TimeoutException e) {
            return "cannot be seen: the broker does not answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "cannot be seen: interrupted";
        }
    }

    private static String command(Topic topic) {
        StringBuilder command = new StringBuilder(
                "kafka-topics.sh --create --topic %s --partitions %d".formatted(topic.name(), topic.partitions()));
        topic.configuration()
                .forEach((key, value) ->
                        command.append(" --config ").append(key).append('=').append(value));
        return command.toString();
    }
}
