package org.mailcontinuity.detection.state;

import java.time.Instant;
import org.mailcontinuity.detection.cause.CauseCount;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.cause.StageRates;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Reply;
import org.mailcontinuity.detection.observation.Stage;

/** Evidence and disruptions in the binary form. */
final class FlowCodec {
    private static final int COUNTED = 2;
    private static final int NEEDED = 3;

    private final RouteCodec routes = new RouteCodec();

    void write(StateWriter out, CauseTally tally) {
        out.flag(!tally.isEmpty());
        if (tally.isEmpty()) {
            return;
        }
        out.time(tally.since());
        out.number(tally.votes());
        out.number(tally.against());
        out.number(tally.votesAtLast());
        out.number(tally.needed());
        out.number(tally.counted());
        out.list(tally.counts(), count -> write(out, count));
        out.list(tally.evidence(), out::uuid);
    }

    CauseTally readTally(StateReader in) {
        return readTally(in, NEEDED);
    }

    /** @param version of the state; the earlier ones know less of a tally */
    CauseTally readTally(StateReader in, int version) {
        if (!in.flag()) {
            return CauseTally.EMPTY;
        }
        Instant since = in.time();
        int votes = in.integer();
        int against = in.integer();
        int votesAtLast = in.integer();
        int needed = version < NEEDED ? 0 : in.integer();
        int counted = version < COUNTED ? votes : in.integer();
        return new CauseTally(
                since, votes, against, votesAtLast, needed, counted, in.list(() -> readCount(in)), in.list(in::uuid));
    }

    void write(StateWriter out, StageRates rates) {
        out.list(rates.rates(), rate -> {
            out.word(rate.stage());
            out.number(rate.ppm());
        });
    }

    StageRates readRates(StateReader in) {
        return new StageRates(in.list(() -> new StageRates.Rate(in.word(Stage.class), in.integer())));
    }

    void write(StateWriter out, FlowState flow) {
        switch (flow) {
            case FlowState.Calm calm -> {
                out.octet(0);
                out.optional(calm.last(), last -> {
                    write(out, last.disruption());
                    out.time(last.clearedAt());
                });
            }
            case FlowState.Disrupted disrupted -> {
                out.octet(1);
                write(out, disrupted);
            }
        }
    }

    FlowState readFlow(StateReader in) {
        int kind = in.octet();
        return switch (kind) {
            case 0 -> new FlowState.Calm(in.optional(() -> new FlowState.Cleared(readDisrupted(in), in.time())));
            case 1 -> readDisrupted(in);
            default -> throw new IllegalArgumentException("state has an unknown kind of flow: " + kind);
        };
    }

    private static void write(StateWriter out, FlowState.Disrupted disrupted) {
        out.time(disrupted.openedAt());
        out.time(disrupted.detectedAt());
        out.text(disrupted.fired().rule());
        out.number(disrupted.fired().value());
        out.number(disrupted.fired().threshold());
        out.word(disrupted.severity());
        out.text(disrupted.causeKey());
        out.number(disrupted.reopenings());
    }

    private static FlowState.Disrupted readDisrupted(StateReader in) {
        Instant openedAt = in.time();
        Instant detectedAt = in.time();
        Fired fired = new Fired(in.text(), in.integer(), in.integer());
        return new FlowState.Disrupted(openedAt, detectedAt, fired, in.word(Severity.class), in.text(), in.integer());
    }

    private void write(StateWriter out, CauseCount count) {
        out.word(count.stage());
        out.word(count.fault());
        routes.write(out, count.key());
        out.number(count.count());
        out.optional(count.reply(), reply -> {
            out.number(reply.code());
            out.text(reply.enhanced());
        });
        out.optional(count.certificateEnds(), out::time);
    }

    private CauseCount readCount(StateReader in) {
        return new CauseCount(
                in.word(Stage.class),
                in.word(Fault.class),
                routes.readKey(in),
                in.integer(),
                in.optional(() -> new Reply(in.integer(), in.text())),
                in.optional(in::time));
    }
}
