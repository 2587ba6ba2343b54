package org.mailcontinuity.detector.sample;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.mailcontinuity.contracts.sample.Certificate;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.observation.Outcome;
import org.mailcontinuity.detection.observation.Reply;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.observation.Traffic;
import org.mailcontinuity.detection.observation.Trigger;

/** Samples as observations. The words of both are the same; a test holds them together. */
public final class Observations {
    private Observations() {}

    /**
     * The observation that a sample makes.
     *
     * @param appendedAt when the broker had it
     * @return empty if the sample's direction is none that this release knows
     */
    public static Optional<Observation> of(Sample sample, Instant appendedAt) {
        return direction(sample)
                .map(direction -> new Observation(
                        sample.sampleId(),
                        direction,
                        Check.valueOf(sample.check().name()),
                        sample.route().map(Observations::route),
                        sample.vantage(),
                        Trigger.valueOf(sample.trigger().name()),
                        sample.scheduledAt(),
                        sample.completedAt(),
                        appendedAt,
                        Outcome.valueOf(sample.outcome().name()),
                        Stage.valueOf(sample.stage().name()),
                        sample.fault().map(fault -> Fault.valueOf(fault.name())),
                        sample.reply()
                                .map(reply ->
                                        new Reply(reply.code(), reply.enhanced().orElse(""))),
                        sample.certificate().map(Certificate::notAfter),
                        latency(sample),
                        sample.volume()
                                .map(volume -> new Traffic(volume.accepted(), volume.deferred(), volume.rejected()))));
    }

    private static OptionalInt latency(Sample sample) {
        return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, sample.timings().total()));
    }

    private static Optional<Direction> direction(Sample sample) {
        return switch (sample.direction()) {
            case INBOUND -> Optional.of(Direction.INBOUND);
            case OUTBOUND -> Optional.of(Direction.OUTBOUND);
            case ACCESS -> Optional.of(Direction.ACCESS);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Route route(org.mailcontinuity.contracts.sample.Route route) {
        return new Route(
                route.host(),
                route.port(),
                route.preference().map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }
}
