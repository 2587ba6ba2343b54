package org.mailcontinuity.probe.traffic;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Reply;
import org.mailcontinuity.contracts.sample.ReplyCount;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Timings;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.contracts.sample.Volume;

/**
 * Makes the sample of a count. Its vantage is the source, so that several sources of a monitor are told apart and add
 * up; its revision is 1, for a count depends on no definition.
 *
 * <ol>
 *   <li>Something was accepted, or there was no mail at all: SUCCESS.
 *   <li>Nothing was, and more was deferred than rejected: FAILURE, TEMPFAIL.
 *   <li>Else: FAILURE, REJECTED. Both with the most frequent reply.
 * </ol>
 */
final class TrafficMapper {
    private static final Optional<Long> NONE = Optional.empty();
    /** A count has no latency. */
    private static final Timings NO_TIMINGS =
            new Timings(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 0);

    private final String worker;

    TrafficMapper(String worker) {
        this.worker = worker;
    }

    Sample sampleOf(TrafficCount count, String source) {
        Volume volume = count.volume();
        boolean through = volume.accepted() > 0 || volume.deferred() + volume.rejected() == 0;
        Instant end = count.minute().plus(TrafficCount.SPAN);
        return new Sample(
                Sample.idOfTraffic(count.monitorId(), source, count.direction(), count.minute()),
                count.monitorId(),
                1,
                count.direction(),
                Check.TRAFFIC,
                Optional.empty(),
                source,
                worker,
                Trigger.SCHEDULED,
                count.minute(),
                count.minute(),
                end,
                Optional.empty(),
                through ? Outcome.SUCCESS : Outcome.FAILURE,
                through ? Stage.ACCEPTED : Stage.RCPT,
                volume.replies().stream().findFirst().map(TrafficMapper::reply),
                through ? Optional.empty() : Optional.of(fault(volume)),
                NO_TIMINGS,
                Optional.empty(),
                Optional.of(volume));
    }

    private static Fault fault(Volume volume) {
        return volume.deferred() > volume.rejected() ? Fault.TEMPFAIL : Fault.REJECTED;
    }

    private static Reply reply(ReplyCount most) {
        return new Reply(most.code(), most.enhanced(), Optional.empty());
    }
}
