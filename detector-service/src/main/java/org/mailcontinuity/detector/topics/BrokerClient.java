package org.mailcontinuity.detector.topics;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;

/** Asks the broker about topics. Every call may block for ten seconds and throws {@link BrokerAwayException} then. */
public final class BrokerClient implements AutoCloseable {
    private static final int SECONDS = 10;

    private final Admin admin;
    private final InstantSource clock;

    /** @param settings everything a client must set to reach the broker */
    public BrokerClient(Map<String, Object> settings, InstantSource clock) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(AdminClientConfig.CLIENT_ID_CONFIG, "continuity-detector-topics");
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, SECONDS * 1_000);
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, SECONDS * 1_000);
        this.admin = Admin.create(all);
        this.clock = clock;
    }

    /** What is wrong with the topics the detector needs. */
    public TopicProblems problems() {
        Map<String, Integer> partitions = new HashMap<>();
        List<String> names = TopicProblems.NEEDED.stream().map(Topic::name).toList();
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin.describeTopics(names).topicNameValues();
        answers.forEach((name, answer) -> describe(answer, name, partitions));
        return TopicProblems.in(partitions);
    }

    /** Where the samples topic ends now, as a reader of committed records sees it. */
    public SampleEnds sampleEnds(int partitions) {
        Instant asked = clock.instant();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            wanted.put(new TopicPartition(Topics.SAMPLES.name(), partition), OffsetSpec.latest());
        }
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> answer =
                await(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        Map<Integer, Long> ends = new HashMap<>();
        answer.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return new SampleEnds(asked, Map.copyOf(ends));
    }

    /** How many partitions the samples topic has. */
    public int samplePartitions() {
        return await(admin.describeTopics(List.of(Topics.SAMPLES.name())).allTopicNames())
                .getOrDefault(Topics.SAMPLES.name(), new TopicDescription(Topics.SAMPLES.name(), false, List.of()))
                .partitions()
                .size();
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }

    private static void describe(KafkaFuture<TopicDescription> answer, String name, Map<String, Integer> partitions) {
        try {
            partitions.put(name, await(answer).partitions().size());
        } catch (BrokerAwayException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new BrokerAwayException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new BrokerAwayException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAwayException(e);
        }
    }
}
