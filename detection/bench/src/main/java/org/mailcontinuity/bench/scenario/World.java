package org.mailcontinuity.bench.scenario;

import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.mailcontinuity.contracts.sample.Certificate;
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

/** The world of one run: whoever looks at it gets a sample. The same seed gives the same world. */
public final class World {
    private static final double MEDIAN_MILLIS = 150;

    private final Plan plan;
    private final UUID monitorId;
    private final Noise noise;
    private final SplittableRandom random;
    private long samples;

    World(Plan plan, UUID monitorId, SplittableRandom random) {
        this.plan = plan;
        this.monitorId = monitorId;
        this.random = random;
        this.noise = new Noise(Setting.VANTAGES.size(), plan.from(), plan.until(), random.split());
    }

    /**
     * A check of a vantage over a route.
     *
     * @param at the true time at which it is scheduled
     * @param round the round it belongs to
     */
    Arrived look(int vantage, int route, long at, long round, Trigger trigger) {
        long started = at + random.nextLong(500);
        Answer answer = answer(vantage, route, started);
        long completed = started + answer.millis();
        long appended = plan.delivery().appendedAt(vantage, completed, random);
        long skew = plan.delivery().skew()[vantage];
        Optional<Route> tried = answer.reachesRoute() ? Optional.of(Setting.route(route)) : Optional.empty();
        Sample sample = new Sample(
                new UUID(monitorId.getMostSignificantBits(), ++samples),
                monitorId,
                1,
                Direction.INBOUND,
                answer.reachesRoute() ? Check.SMTP_ROUTE : Check.DNS,
                tried,
                Setting.VANTAGES.get(vantage),
                "probe-0",
                trigger,
                Instant.ofEpochMilli(at + skew),
                Instant.ofEpochMilli(started + skew),
                Instant.ofEpochMilli(completed + skew),
                Optional.of(Instant.ofEpochMilli(appended)),
                answer.outcome(),
                answer.stage(),
                answer.reply(),
                answer.fault(),
                Timings.ofTotal(answer.millis()),
                certificate(answer, completed),
                Optional.empty());
        return new Arrived(sample, vantage, route, round, answer.isBad(), appended, false);
    }

    /** What a server's log counted in the step that begins then. */
    Arrived report(RealMail mail, long from) {
        long until = from + RealMail.STEP;
        long appended = until + random.nextLong(1_000, 4_000);
        long count = plan.isTroubled(from) ? 0 : mail.count(from, random);
        Sample sample = new Sample(
                new UUID(monitorId.getMostSignificantBits(), ++samples),
                monitorId,
                1,
                Direction.INBOUND,
                Check.TRAFFIC,
                Optional.empty(),
                "mail-log",
                "agent-0",
                Trigger.SCHEDULED,
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(until),
                Optional.of(Instant.ofEpochMilli(appended)),
                Outcome.SUCCESS,
                Stage.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Timings.ofTotal(0),
                Optional.empty(),
                Optional.of(new Volume(count, 0, 0)));
        return new Arrived(sample, 0, 0, 0, false, appended, false);
    }

    /** The same sample once more, a little later; empty mostly. */
    Optional<Arrived> again(Arrived once) {
        if (plan.delivery().twiceShare() == 0
                || random.nextDouble() >= plan.delivery().twiceShare()) {
            return Optional.empty();
        }
        long at = once.at() + random.nextLong(1, 5_000);
        return Optional.of(new Arrived(
                withAppend(once.sample(), at), once.vantage(), once.route(), once.round(), once.bad(), at, true));
    }

    private Answer answer(int vantage, int route, long at) {
        Optional<Answer> lost = noise.answer(vantage, at, random);
        if (lost.isPresent()) {
            return lost.get();
        }
        Optional<Answer> wrong = plan.isTroubled(at)
                ? plan.trouble().answer(vantage, route, at - plan.troubleFrom(), random)
                : Optional.empty();
        return wrong.orElseGet(() -> Answer.accepted((long) (MEDIAN_MILLIS * Math.exp(0.4 * random.nextGaussian()))));
    }

    private Optional<Certificate> certificate(Answer answer, long at) {
        if (answer.fault().filter(fault -> fault == Fault.TLS_EXPIRED).isEmpty()) {
            return Optional.empty();
        }
        Instant ended = Instant.ofEpochMilli(plan.troubleFrom());
        return Optional.of(new Certificate("CN=mx1.example.test", "CN=Example CA", ended, (int)
                Math.floorDiv(ended.toEpochMilli() - at, 86_400_000L)));
    }

    private static Sample withAppend(Sample sample, long at) {
        return new Sample(
                sample.sampleId(),
                sample.monitorId(),
                sample.monitorRevision(),
                sample.direction(),
                sample.check(),
                sample.route(),
                sample.vantage(),
                sample.worker(),
                sample.trigger(),
                sample.scheduledAt(),
                sample.startedAt(),
                sample.completedAt(),
                Optional.of(Instant.ofEpochMilli(at)),
                sample.outcome(),
                sample.stage(),
                sample.reply(),
                sample.fault(),
                sample.timings(),
                sample.certificate(),
                sample.volume());
    }
}
