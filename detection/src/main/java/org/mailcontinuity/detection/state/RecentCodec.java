package org.mailcontinuity.detection.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.detection.history.Input;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.vantage.ClockOffset;

/** The recent part of a state in the binary form. */
final class RecentCodec {

    void write(StateWriter out, MonitorState state) {
        long latest = state.latestMillis();
        out.number(latest);
        out.number(state.askedAt() == 0 ? 0 : latest - state.askedAt() + 1);
        out.list(List.of(state.clocks()), clock -> {
            out.text(clock.vantage());
            out.number(clock.millis());
            out.number(latest - clock.measuredAt());
            out.octet(clock.samples());
        });
        out.list(List.copyOf(state.sights().entrySet()), entry -> {
            out.word(entry.getKey());
            write(out, entry.getValue());
        });
        InputCodec inputs = new InputCodec(state.history().base().time());
        out.list(state.history().all(), input -> inputs.write(out, input));
    }

    /** @param settled the state without what is recent */
    MonitorState read(StateReader in, MonitorState settled) {
        long latest = in.number();
        long askedBefore = in.number();
        ClockOffset[] clocks = in.list(() -> new ClockOffset(in.text(), in.number(), latest - in.number(), in.octet()))
                .toArray(ClockOffset[]::new);
        Map<Direction, Sight> sights = new EnumMap<>(Direction.class);
        in.list(() -> sights.put(in.word(Direction.class), readSight(in)) == null);
        Fold base = settled.history().base();
        InputCodec codec = new InputCodec(base.time());
        List<Input> inputs = new ArrayList<>(in.list(() -> codec.read(in)));
        return new MonitorState(
                latest,
                settled.intervalMillis(),
                askedBefore == 0 ? 0 : latest - askedBefore + 1,
                clocks,
                sights,
                Segment.of(base, inputs),
                inputs.isEmpty() ? base : null);
    }

    private static void write(StateWriter out, Sight sight) {
        out.number(sight.watchedSince());
        out.optional(sight.blindness(), blindness -> {
            out.number(blindness.openedAt());
            out.number(blindness.detectedAt());
        });
        out.flag(sight.reduced());
        out.flag(sight.lastInconclusive() != Fault.UNKNOWN);
        if (sight.lastInconclusive() != Fault.UNKNOWN) {
            out.word(sight.lastInconclusive());
        }
    }

    private static Sight readSight(StateReader in) {
        return new Sight(
                in.number(),
                in.optional(() -> new Sight.Blindness(in.number(), in.number())),
                in.flag(),
                in.flag() ? in.word(Fault.class) : Fault.UNKNOWN);
    }
}
