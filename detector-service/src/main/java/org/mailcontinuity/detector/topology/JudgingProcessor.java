package org.mailcontinuity.detector.topology;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.detector.topics.SampleEnds;

/** The life of a task as Kafka Streams has it; the work is done by {@link TaskProcessor}. */
final class JudgingProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final Duration tick;
    private final Supplier<SampleEnds> ends;
    private final DetectorMetrics metrics;
    private final boolean confirmations;
    private @Nullable TaskProcessor task;

    JudgingProcessor(Duration tick, Supplier<SampleEnds> ends, DetectorMetrics metrics, boolean confirmations) {
        this.tick = tick;
        this.ends = ends;
        this.metrics = metrics;
        this.confirmations = confirmations;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        TaskProcessor started = new TaskProcessor(context, ends, metrics, confirmations);
        started.restore();
        context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, now -> started.tick());
        task = started;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Objects.requireNonNull(task).process(record);
    }
}
