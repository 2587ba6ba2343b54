package org.mailcontinuity.probe.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Timings;
import org.mailcontinuity.contracts.sample.Trigger;

/** Sends a synthetic sample every 30 seconds, whatever there is to check. */
public final class Pulse {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final String vantage;
    private final String worker;
    private final Consumer<Sample> samples;
    private final InstantSource clock;

    public Pulse(String vantage, String worker, Consumer<Sample> samples, InstantSource clock) {
        this.vantage = vantage;
        this.worker = worker;
        this.samples = samples;
        this.clock = clock;
    }

    public void start(ScheduledExecutorService timer) {
        timer.scheduleAtFixedRate(this::beat, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        samples.accept(sample(vantage, worker, clock.instant()));
    }

    static Sample sample(String vantage, String worker, Instant now) {
        Optional<Long> none = Optional.empty();
        return new Sample(
                Sample.idOf(PipelineSeen.MONITOR_ID, vantage + "/" + worker, Check.SMTP_ROUTE, Optional.empty(), now),
                PipelineSeen.MONITOR_ID,
                1,
                Direction.INBOUND,
                Check.SMTP_ROUTE,
                Optional.empty(),
                vantage,
                worker,
                Trigger.SCHEDULED,
                now,
                now,
                now,
                Optional.empty(),
                Outcome.SUCCESS,
                Stage.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                new Timings(none, none, none, none, none, none, none, none, none, none, none, none, 0),
                Optional.empty(),
                Optional.empty());
    }
}
