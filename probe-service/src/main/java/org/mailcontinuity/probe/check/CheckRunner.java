package org.mailcontinuity.probe.check;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.probe.inbound.InboundCheck;
import org.mailcontinuity.probe.outbound.OutboundCheck;
import org.mailcontinuity.probe.sample.Measurement;
import org.mailcontinuity.probe.sample.Round;
import org.mailcontinuity.probe.sample.SampleMapper;
import org.mailcontinuity.probe.schedule.CheckTask;
import org.mailcontinuity.probe.smtp.Transcript;
import org.mailcontinuity.probe.vantage.OwnFaults;

/** Runs the checks of one direction or of all, and tells the samples. Blocks its caller; safe for many threads. */
public final class CheckRunner implements CheckTask {
    private final InboundCheck inbound;
    private final OutboundCheck outbound;
    private final OwnFaults ownFaults;
    private final SampleMapper samples;
    private final Consumer<Sample> told;

    public CheckRunner(
            InboundCheck inbound,
            OutboundCheck outbound,
            OwnFaults ownFaults,
            SampleMapper samples,
            Consumer<Sample> told) {
        this.inbound = inbound;
        this.outbound = outbound;
        this.ownFaults = ownFaults;
        this.samples = samples;
        this.told = told;
    }

    @Override
    public void run(Round round, Direction direction, Claim claim) throws InterruptedException {
        for (Measurement measurement : measure(round, direction, Transcript::silent, claim::release)) {
            Sample sample = sampleOf(round, measurement);
            if (claim.isWanted()) {
                told.accept(sample);
            }
        }
    }

    /** Runs the checks of these directions at the same time, now, and tells their samples as asked for by a person. */
    List<Checked> runOnce(
            MonitorDefinition definition,
            Set<Direction> directions,
            String vantage,
            ExecutorService threads,
            InstantSource clock)
            throws InterruptedException {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Round round = new Round(definition, vantage, Trigger.MANUAL, now);
        List<Future<List<Measurement>>> running = directions.stream()
                .map(direction -> threads.submit(() -> measure(round, direction, Transcript::recording, () -> {})))
                .toList();
        List<Checked> checked = new ArrayList<>();
        for (Future<List<Measurement>> check : running) {
            for (Measurement measurement : resultOf(check)) {
                Sample sample = sampleOf(round, measurement);
                told.accept(sample);
                checked.add(new Checked(sample, measurement.transcript()));
            }
        }
        return checked;
    }

    private List<Measurement> measure(
            Round round, Direction direction, Supplier<Transcript> transcripts, Runnable submitted)
            throws InterruptedException {
        MonitorDefinition definition = round.definition();
        return switch (direction) {
            case INBOUND ->
                definition.inbound().isPresent()
                        ? inbound.run(round, definition.inbound().get(), transcripts)
                        : List.of();
            case OUTBOUND ->
                definition.outbound().isPresent()
                        ? outbound.run(round, definition.outbound().get(), transcripts.get(), submitted).stream()
                                .toList()
                        : List.of();
            case ACCESS, UNKNOWN -> List.of();
        };
    }

    private Sample sampleOf(Round round, Measurement measurement) throws InterruptedException {
        return samples.sampleOf(round, measurement, ownFaults.behind(measurement.route(), measurement.course()));
    }

    private static List<Measurement> resultOf(Future<List<Measurement>> check) throws InterruptedException {
        try {
            return check.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check must not fail but end", e.getCause());
        }
    }
}
