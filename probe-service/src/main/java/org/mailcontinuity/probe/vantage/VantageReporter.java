package org.mailcontinuity.probe.vantage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.contracts.vantage.VantageStatus;
import org.mailcontinuity.probe.kafka.MessagePublisher;
import org.mailcontinuity.probe.kafka.RecordPublisher;
import org.mailcontinuity.probe.schedule.CheckScheduler;

/** Tells on continuity.vantages how this worker is: now and then, and as soon as its sight changes. */
public final class VantageReporter {
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final Worker self;
    private final Sight sight;
    private final CheckScheduler scheduler;
    private final RecordPublisher records;
    private final MessagePublisher publisher;
    private final InstantSource clock;
    private VantageState told = VantageState.UNKNOWN;
    private int secondsSince = Integer.MAX_VALUE / 2;

    public VantageReporter(
            Worker self,
            Sight sight,
            CheckScheduler scheduler,
            RecordPublisher records,
            MessagePublisher publisher,
            InstantSource clock) {
        this.self = self;
        this.sight = sight;
        this.scheduler = scheduler;
        this.records = records;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Who reports.
     *
     * @param lastSampleAt says when the latest check was done
     */
    public record Worker(String vantage, String worker, Supplier<Optional<Instant>> lastSampleAt) {}

    public void start(ScheduledExecutorService timer) {
        timer.scheduleAtFixedRate(this::tellIfDue, 0, 1, TimeUnit.SECONDS);
    }

    /** Says that this worker ends, and is gone then. */
    public void stop() {
        VantageStatus last = status(VantageState.STOPPED);
        publisher.publish(last);
        publisher.retract(last);
    }

    private synchronized void tellIfDue() {
        VantageState now = sight.state();
        secondsSince++;
        if (now != told || secondsSince >= NOW_AND_THEN.toSeconds()) {
            publisher.publish(status(now));
            told = now;
            secondsSince = 0;
        }
    }

    private VantageStatus status(VantageState state) {
        List<VantageStatus.ControlTarget> targets = sight.looks().stream()
                .limit(20)
                .map(look -> new VantageStatus.ControlTarget(look.target().toString(), look.reachable(), look.at()))
                .toList();
        return new VantageStatus(
                self.vantage(),
                self.worker(),
                clock.instant(),
                state,
                scheduler.monitors(),
                scheduler.lag(),
                records.clockOffset(),
                records.dropped(),
                targets,
                self.lastSampleAt().get());
    }
}
