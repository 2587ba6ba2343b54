package org.mailcontinuity.detector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.Depth;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.contracts.monitor.Inbound;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Schedule;
import org.mailcontinuity.contracts.monitor.TlsPolicy;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Timings;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.contracts.sample.Volume;

/** Monitors and samples for tests. */
public final class Examples {
    public static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    public static final Route MX1 = Route.of("mx1.example.test", 25, 10);

    private Examples() {}

    /** A monitor that is checked inbound over one route. */
    public static MonitorDefinition monitor(UUID monitorId, Duration interval) {
        return monitor(monitorId, interval, true);
    }

    /** A monitor that is checked inbound over one route, switched on or off. */
    public static MonitorDefinition monitor(UUID monitorId, Duration interval, boolean enabled) {
        return new MonitorDefinition(
                monitorId,
                1,
                "Example",
                "example.test",
                enabled,
                Map.of(),
                Optional.of(new Inbound(
                        List.of(MX1), false, "probe@example.test", Depth.RECIPIENT, TlsPolicy.OPPORTUNISTIC)),
                Optional.empty(),
                Optional.empty(),
                new Schedule(interval, Duration.ofSeconds(10)),
                List.of(),
                DetectionSettings.DEFAULT,
                List.of(),
                Activation.BY_HAND,
                Optional.empty());
    }

    /** A scheduled check by vantage "local" that mx1 accepted. */
    public static Sample good(UUID monitorId, Instant at) {
        return sample(monitorId, at, Trigger.SCHEDULED, Outcome.SUCCESS, Stage.RCPT, Optional.empty());
    }

    /** A scheduled check by vantage "local" that mx1 refused. */
    public static Sample refused(UUID monitorId, Instant at) {
        return sample(
                monitorId, at, Trigger.SCHEDULED, Outcome.FAILURE, Stage.CONNECT, Optional.of(Fault.CONNECT_REFUSED));
    }

    /** A check by vantage "local" over mx1. */
    public static Sample sample(
            UUID monitorId, Instant at, Trigger trigger, Outcome outcome, Stage stage, Optional<Fault> fault) {
        return new Sample(
                Sample.idOf(monitorId, "local", Check.SMTP_ROUTE, Optional.of(MX1), at),
                monitorId,
                1,
                Direction.INBOUND,
                Check.SMTP_ROUTE,
                Optional.of(MX1),
                "local",
                "worker-1",
                trigger,
                at,
                at,
                at,
                Optional.empty(),
                outcome,
                stage,
                Optional.empty(),
                fault,
                Timings.ofTotal(40),
                Optional.empty(),
                Optional.empty());
    }

    /** A scheduled check by vantage "local" that mx1 accepted after so long. */
    public static Sample timed(UUID monitorId, Instant at, long millis) {
        Sample good = good(monitorId, at);
        return new Sample(
                good.sampleId(),
                monitorId,
                1,
                good.direction(),
                good.check(),
                good.route(),
                good.vantage(),
                good.worker(),
                good.trigger(),
                at,
                at,
                at,
                Optional.empty(),
                good.outcome(),
                good.stage(),
                Optional.empty(),
                Optional.empty(),
                Timings.ofTotal(millis),
                Optional.empty(),
                Optional.empty());
    }

    /** Inbound mail that a server's log counted in the span before. */
    public static Sample counted(UUID monitorId, Instant end, Duration span, long accepted) {
        return new Sample(
                Sample.idOfTraffic(monitorId, "mx-log", Direction.INBOUND, end.minus(span)),
                monitorId,
                1,
                Direction.INBOUND,
                Check.TRAFFIC,
                Optional.empty(),
                "mx-log",
                "agent-1",
                Trigger.SCHEDULED,
                end.minus(span),
                end.minus(span),
                end,
                Optional.empty(),
                Outcome.SUCCESS,
                Stage.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Timings.ofTotal(0),
                Optional.empty(),
                Optional.of(new Volume(accepted, 0, 0)));
    }
}
