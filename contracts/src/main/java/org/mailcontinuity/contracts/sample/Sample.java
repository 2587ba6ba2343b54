package org.mailcontinuity.contracts.sample;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * One finished check, as a probe saw it.
 *
 * @param sampleId {@link #idOf derived} from what was checked, by whom and when; {@link #idOfTraffic} for TRAFFIC
 * @param monitorRevision the revision of the definition that was checked
 * @param route the route tried; absent where no route was reached, as when DNS fails
 * @param vantage the place the probe looks from, for TRAFFIC the source that counted; 1 to 100 characters
 * @param worker the process that looked, 1 to 100 characters
 * @param scheduledAt the instant of the grid (epoch + phase + n intervals), or the instant asked for
 * @param completedAt the sample's event time: when its outcome was known
 * @param appendedAt only in files for replay: when the broker had it
 * @param stage where the check ended; {@code ACCEPTED} or later for a success
 * @param fault absent for a success, present for a failure or an impaired delivery
 * @param certificate where TLS was seen
 * @param volume for {@link Check#TRAFFIC} only
 */
public record Sample(
        UUID sampleId,
        UUID monitorId,
        long monitorRevision,
        Direction direction,
        Check check,
        Optional<Route> route,
        String vantage,
        String worker,
        Trigger trigger,
        Instant scheduledAt,
        Instant startedAt,
        Instant completedAt,
        Optional<Instant> appendedAt,
        Outcome outcome,
        Stage stage,
        Optional<Reply> reply,
        Optional<Fault> fault,
        Timings timings,
        Optional<Certificate> certificate,
        Optional<Volume> volume)
        implements Message {

    public Sample {
        Require.present("sampleId", sampleId);
        Require.present("monitorId", monitorId);
        Require.range("monitorRevision", monitorRevision, 1, Long.MAX_VALUE);
        Require.present("direction", direction);
        Require.present("check", check);
        Require.text("vantage", vantage, 1, 100);
        Require.text("worker", worker, 1, 100);
        Require.present("trigger", trigger);
        Require.time("scheduledAt", scheduledAt);
        Require.time("startedAt", startedAt);
        Require.time("completedAt", completedAt);
        appendedAt.ifPresent(time -> Require.time("appendedAt", time));
        Require.inOrder("startedAt", startedAt, "completedAt", completedAt);
        Require.present("outcome", outcome);
        Require.present("stage", stage);
        Require.present("timings", timings);
        faultMatchesOutcome(outcome, fault);
    }

    /** The id of the sample of one check: the same for whoever computes it. */
    public static UUID idOf(UUID monitorId, String vantage, Check check, Optional<Route> route, Instant scheduledAt) {
        return DerivedId.of(
                "sample", monitorId, vantage, check, route.map(Route::address).orElse("-"), scheduledAt.toEpochMilli());
    }

    /** The id of what one source counted of one direction in the interval from {@code start}. */
    public static UUID idOfTraffic(UUID monitorId, String source, Direction direction, Instant start) {
        return DerivedId.of("traffic", monitorId, source, direction, start.toEpochMilli());
    }

    /** The same, as the broker had it at that time. */
    public Sample appended(Instant at) {
        return new Sample(
                sampleId,
                monitorId,
                monitorRevision,
                direction,
                check,
                route,
                vantage,
                worker,
                trigger,
                scheduledAt,
                startedAt,
                completedAt,
                Optional.of(at),
                outcome,
                stage,
                reply,
                fault,
                timings,
                certificate,
                volume);
    }

    @Override
    public String key() {
        return monitorId.toString();
    }

    private static void faultMatchesOutcome(Outcome outcome, Optional<Fault> fault) {
        if (outcome == Outcome.SUCCESS && fault.isPresent()) {
            throw new ContractViolation("fault", "must be absent for a success", fault.get());
        }
        if ((outcome == Outcome.FAILURE || outcome == Outcome.IMPAIRED) && fault.isEmpty()) {
            throw new ContractViolation("fault", "must be present for FAILURE and IMPAIRED", "absent");
        }
    }
}
