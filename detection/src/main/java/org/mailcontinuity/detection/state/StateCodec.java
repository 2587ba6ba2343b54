package org.mailcontinuity.detection.state;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.vantage.ClockOffset;
import org.mailcontinuity.detection.vantage.Points;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * The compact binary form of a {@link MonitorState}: one octet of version, then the fields in order. Words are written
 * as texts, each once, so that a new word does not change the meaning of an old state. A later version keeps reading
 * the older ones.
 */
public final class StateCodec {
    /** Version 1 had no rates per stage and did not count the votes behind a tally. */
    private static final int VERSION = 2;

    private static final int OLDEST = 1;

    private StateCodec() {}

    /** The state as bytes. */
    public static byte[] encode(MonitorState state) {
        StateWriter out = new StateWriter();
        out.octet(VERSION);
        out.time(state.latest());
        out.number(state.interval().toMillis());
        out.time(state.windowStart());
        out.number(state.counter());
        out.list(List.copyOf(state.directions().entrySet()), entry -> {
            out.word(entry.getKey());
            write(out, entry.getValue());
        });
        return out.toByteArray();
    }

    /** The state from bytes. @throws IllegalArgumentException if they are no state of a known version */
    public static MonitorState decode(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        int version = in.octet();
        if (version < OLDEST || version > VERSION) {
            throw new IllegalArgumentException(
                    "state version must be " + OLDEST + " to " + VERSION + ", was " + version);
        }
        var latest = in.time();
        var interval = Duration.ofMillis(in.number());
        var windowStart = in.time();
        int counter = in.integer();
        Map<Direction, DirectionState> directions = new EnumMap<>(Direction.class);
        in.list(() -> directions.put(in.word(Direction.class), readDirection(in, version)) == null);
        in.end();
        return new MonitorState(latest, interval, windowStart, counter, directions);
    }

    private static void write(StateWriter out, DirectionState direction) {
        FlowCodec flow = new FlowCodec();
        out.list(direction.vantages(), vantage -> write(out, vantage));
        flow.write(out, direction.tally());
        flow.write(out, direction.rates());
        flow.write(out, direction.flow());
        write(out, direction.sight());
        out.number(direction.failedRounds());
    }

    private static DirectionState readDirection(StateReader in, int version) {
        FlowCodec flow = new FlowCodec();
        List<Vantage> vantages = in.list(() -> readVantage(in));
        return new DirectionState(
                vantages,
                flow.readTally(in, version),
                flow.readRates(in, version),
                flow.readFlow(in),
                readSight(in),
                in.integer());
    }

    private static void write(StateWriter out, Vantage vantage) {
        RouteCodec routes = new RouteCodec();
        out.text(vantage.name());
        out.number(vantage.clock().millis());
        out.number(vantage.clock().measuredAt());
        out.number(vantage.votedAt());
        out.number(vantage.points().value());
        out.number(vantage.points().lossPpm());
        out.number(vantage.points().highRounds());
        out.number(vantage.points().round());
        out.number(vantage.failedRound());
        out.list(vantage.routes(), route -> routes.write(out, route));
    }

    private static Vantage readVantage(StateReader in) {
        RouteCodec routes = new RouteCodec();
        String name = in.text();
        ClockOffset clock = new ClockOffset(in.number(), in.number());
        long votedAt = in.number();
        Points points = new Points(in.integer(), in.integer(), in.integer(), in.number());
        long failedRound = in.number();
        return new Vantage(name, clock, votedAt, points, failedRound, in.list(() -> routes.read(in)));
    }

    private static void write(StateWriter out, Sight sight) {
        out.time(sight.watchedSince());
        out.time(sight.since());
        out.optional(sight.blindness(), blindness -> {
            out.time(blindness.openedAt());
            out.time(blindness.detectedAt());
        });
        out.flag(sight.reduced());
        out.word(sight.lastInconclusive());
    }

    private static Sight readSight(StateReader in) {
        return new Sight(
                in.time(),
                in.time(),
                in.optional(() -> new Sight.Blindness(in.time(), in.time())),
                in.flag(),
                in.word(Fault.class));
    }
}
