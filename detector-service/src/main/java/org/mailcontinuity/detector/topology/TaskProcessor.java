package org.mailcontinuity.detector.topology;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.UnreadableMessageException;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.detection.Tick;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detector.monitor.MonitorSettings;
import org.mailcontinuity.detector.topics.SampleEnds;
import org.mailcontinuity.detector.watch.Step;
import org.mailcontinuity.detector.watch.Watch;
import org.mailcontinuity.detector.watch.Watched;
import org.mailcontinuity.detector.window.Heartbeat;

/**
 * Judges the monitors of one partition. What cannot be read goes to the dead-letter topic in the same transaction; a
 * type of message that this release does not know is skipped and counted. One thread at a time.
 */
final class TaskProcessor {
    private static final Logger LOG = Logger.getLogger(TaskProcessor.class);

    private final ProcessorContext<byte[], byte[]> context;
    private final Supplier<SampleEnds> ends;
    private final DetectorMetrics metrics;
    private final WatchedRepository monitors;
    private final MessagePublisher publisher;
    private final CatchUp catchUp;
    private final DueTimes due = new DueTimes();
    private final BuriedLog buried = new BuriedLog(LOG::warn);

    /** @param confirmations true if other vantages are asked at once when one sees a failure */
    TaskProcessor(
            ProcessorContext<byte[], byte[]> context,
            Supplier<SampleEnds> ends,
            DetectorMetrics metrics,
            boolean confirmations) {
        this.context = context;
        this.ends = ends;
        this.metrics = metrics;
        this.monitors = new WatchedRepository(context, confirmations, metrics::wrote);
        this.publisher = new MessagePublisher(context);
        this.catchUp = new CatchUp(context.taskId().partition());
    }

    /** Takes up what was kept. */
    void restore() {
        monitors.load(this::schedule);
    }

    void process(Record<byte[], byte[]> record) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        Instant appendedAt = Instant.ofEpochMilli(record.timestamp());
        metrics.handled(place.topic(), record.timestamp());
        try {
            if (place.topic().equals(Topics.MONITORS.name())) {
                define(record, appendedAt);
            } else {
                catchUp.processed(place.offset());
                judge(record, appendedAt);
            }
        } catch (UnreadableMessageException e) {
            String cause = Optional.ofNullable(e.getMessage()).orElse("unreadable");
            metrics.buried(place.topic());
            buried.buried(place.topic(), place.partition(), place.offset(), cause, context.currentSystemTimeMs());
            publisher.bury(record, place.topic(), place.partition(), place.offset(), cause);
        }
    }

    /** Time passes for the monitors that are due, once everything before was judged. */
    void tick() {
        buried.pass(context.currentSystemTimeMs());
        catchUp.look(ends.get()).ifPresent(this::pass);
    }

    private void pass(Instant now) {
        for (String key : due.until(now)) {
            monitors.monitor(key).ifPresent(monitor -> {
                boolean judgesSilence =
                        catchUp.judgesSilence(now, monitor.detection().interval());
                Step step = Watch.tick(monitors.find(monitor), monitor, new Tick(now, judgesSilence));
                settle(monitor, step, Optional.empty());
            });
        }
    }

    private void define(Record<byte[], byte[]> record, Instant at) {
        String key = IncomingSerde.key(record);
        if (record.value() == null) {
            monitors.monitor(key).ifPresent(monitor -> remove(monitor, at));
            return;
        }
        Optional<MonitorDefinition> definition = IncomingSerde.message(record, MonitorDefinition.class);
        if (definition.isEmpty()) {
            metrics.skipped(Topics.MONITORS.name(), "unknown-type");
            return;
        }
        MonitorSettings monitor = monitors.settingsOf(definition.get());
        Watched before = monitors.find(monitor);
        monitors.define(monitor, record.value());
        settle(monitor, Watch.adopt(before, monitor, at), Optional.empty());
    }

    private void remove(MonitorSettings monitor, Instant at) {
        Step step = Watch.withdraw(monitors.find(monitor), monitor, at, ClearReason.MONITOR_DELETED);
        tell(monitor, step, Optional.empty());
        monitors.forget(monitor);
        due.set(monitor.key(), Optional.empty());
    }

    private void judge(Record<byte[], byte[]> record, Instant appendedAt) {
        Optional<Sample> sample = IncomingSerde.message(record, Sample.class);
        if (sample.isEmpty()) {
            metrics.skipped(Topics.SAMPLES.name(), "unknown-type");
            return;
        }
        if (sample.get().monitorId().equals(PipelineSeen.MONITOR_ID)) {
            publisher.publish(Heartbeat.judged(sample.get()), IncomingSerde.traceparent(record));
            return;
        }
        Optional<MonitorSettings> monitor = monitors.monitor(sample.get().key());
        if (monitor.isEmpty()) {
            metrics.skipped(Topics.SAMPLES.name(), "unknown-monitor");
            return;
        }
        if (!monitor.get().enabled()) {
            metrics.skipped(Topics.SAMPLES.name(), "monitor-disabled");
            return;
        }
        Step step = Watch.sample(monitors.find(monitor.get()), monitor.get(), sample.get(), appendedAt);
        settle(monitor.get(), step, IncomingSerde.traceparent(record));
        metrics.judged(step.reception(), record.timestamp(), context.currentSystemTimeMs());
    }

    private void settle(MonitorSettings monitor, Step step, Optional<String> traceparent) {
        monitors.keep(monitor, step.after());
        tell(monitor, step, traceparent);
        schedule(monitor, step.after());
    }

    private void tell(MonitorSettings monitor, Step step, Optional<String> traceparent) {
        step.messages().forEach(message -> publisher.publish(message, traceparent));
        for (Finding finding : step.findings()) {
            metrics.found(finding);
            LOG.infof(
                    "Finding monitor=%s direction=%s finding=%s at=%s",
                    monitor.monitorId(), finding.direction(), finding.getClass().getSimpleName(), finding.at());
        }
    }

    private void schedule(MonitorSettings monitor, Watched watched) {
        due.set(monitor.key(), monitor.enabled() ? Watch.dueAt(watched, monitor) : Optional.empty());
    }
}
