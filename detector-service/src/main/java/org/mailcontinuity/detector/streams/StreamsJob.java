package org.mailcontinuity.detector.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.Stores;
import org.jboss.logging.Logger;
import org.mailcontinuity.detector.topics.BrokerAwayException;
import org.mailcontinuity.detector.topics.BrokerClient;
import org.mailcontinuity.detector.topics.SampleEnds;
import org.mailcontinuity.detector.topics.TopicProblems;
import org.mailcontinuity.detector.topology.DetectorMetrics;
import org.mailcontinuity.detector.topology.DetectorTopology;

/**
 * Keeps the stream running: waits for the topics, starts it, and starts it anew after a failure, ever more slowly, up to
 * every 30 s. While it runs, it asks twice a tick where the samples topic ends. At the end of the service it commits and
 * leaves the group within 8 s.
 */
@ApplicationScoped
public class StreamsJob {
    private static final Logger LOG = Logger.getLogger(StreamsJob.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_END = Duration.ofSeconds(8);

    private final StreamSettings settings;
    private final Map<String, Object> broker;
    private final DetectorMetrics metrics;
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final AtomicReference<StreamStatus> status =
            new AtomicReference<>(new StreamStatus.Waiting("the service starts"));
    private final AtomicReference<SampleEnds> ends = new AtomicReference<>(SampleEnds.UNKNOWN);
    private final AtomicReference<Optional<String>> away = new AtomicReference<>(Optional.empty());
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("stream-keeper").daemon().unstarted(this::run);

    StreamsJob(
            StreamSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            DetectorMetrics metrics,
            MeterRegistry registry,
            InstantSource clock) {
        this.settings = settings;
        this.broker = broker;
        this.metrics = metrics;
        this.registry = registry;
        this.clock = clock;
    }

    /** How the stream is now. While the broker is away a running stream waits, and goes on by itself. */
    public StreamStatus status() {
        StreamStatus now = status.get();
        Optional<String> reason = away.get();
        return now instanceof StreamStatus.Running && reason.isPresent() ? new StreamStatus.Waiting(reason.get()) : now;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        thread.join(LONGEST_END.plusSeconds(1));
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!isStopped(Duration.ZERO)) {
            try (BrokerClient client = new BrokerClient(broker, clock)) {
                if (areTopicsReady(client)) {
                    pause = FIRST_PAUSE;
                    runStream(client);
                }
            } catch (BrokerAwayException e) {
                pause = FIRST_PAUSE; // asking took its time already
                waiting(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("Stream failed", e);
                waiting("the stream failed: " + e);
            }
            if (isStopped(pause)) {
                break;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        status.set(new StreamStatus.Ended());
    }

    private boolean areTopicsReady(BrokerClient client) {
        TopicProblems problems = client.problems();
        if (!problems.isEmpty()) {
            waiting(String.join("; ", problems.sentences()));
        }
        return problems.isEmpty();
    }

    private void runStream(BrokerClient client) {
        int partitions = client.samplePartitions();
        ends.set(SampleEnds.UNKNOWN);
        away.set(Optional.empty());
        CountDownLatch failed = new CountDownLatch(1);
        AtomicReference<String> failure = new AtomicReference<>("it ended");
        KafkaStreams streams = new KafkaStreams(
                DetectorTopology.build(
                        settings.tick(), Stores::persistentKeyValueStore, ends::get, metrics, settings.confirmations()),
                StreamsConnection.properties(settings, broker));
        try (KafkaStreamsMetrics streamsMetrics = new KafkaStreamsMetrics(streams)) {
            streams.setUncaughtExceptionHandler(thrown -> {
                LOG.error("Stream thread failed", thrown);
                failure.set(String.valueOf(thrown.getCause() == null ? thrown : thrown.getCause()));
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.setStateListener((now, before) -> moved(now, failed));
            streamsMetrics.bindTo(registry);
            status.set(new StreamStatus.Starting());
            streams.start();
            LOG.infof("Stream started application=%s partitions=%d", settings.applicationId(), partitions);
            while (failed.getCount() > 0 && !isStopped(settings.tick().dividedBy(2))) {
                askEnds(client, partitions);
            }
        } finally {
            streams.close(new KafkaStreams.CloseOptions().leaveGroup(true).timeout(LONGEST_END));
        }
        if (failed.getCount() == 0) {
            waiting("the stream failed: " + failure.get());
        }
    }

    private void moved(KafkaStreams.State now, CountDownLatch failed) {
        switch (now) {
            case RUNNING -> status.set(new StreamStatus.Running());
            case PENDING_ERROR, ERROR -> failed.countDown();
            case CREATED, REBALANCING, PENDING_SHUTDOWN, NOT_RUNNING -> {}
        }
    }

    private void askEnds(BrokerClient client, int partitions) {
        try {
            ends.set(client.sampleEnds(partitions));
            if (away.getAndSet(Optional.empty()).isPresent()) {
                LOG.info("Broker answers again");
            }
        } catch (BrokerAwayException e) {
            String reason = String.valueOf(e.getMessage());
            if (away.getAndSet(Optional.of(reason)).isEmpty()) {
                LOG.warnf("Broker is away reason=%s", reason);
            }
        }
    }

    private void waiting(String reason) {
        if (!status.getAndSet(new StreamStatus.Waiting(reason)).equals(new StreamStatus.Waiting(reason))) {
            LOG.warnf("Stream waits reason=%s", reason);
        }
    }

    private boolean isStopped(Duration within) {
        try {
            return stop.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
