package org.mailcontinuity.detection.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.vantage.Points;
import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.Vantage;

/** The settled part of a state in the binary form. */
final class SettledCodec {
    private static final int WITH_BESIDE = 4;

    private final FlowCodec flow = new FlowCodec();
    private final RouteCodec routes = new RouteCodec();
    private final int version;

    /** @param version of the state */
    SettledCodec(int version) {
        this.version = version;
    }

    void write(StateWriter out, MonitorState state) {
        Fold base = state.history().base();
        out.number(state.intervalMillis());
        out.number(base.time());
        out.number(base.windowStart());
        out.number(base.counter());
        List<Direction> watched =
                List.of(Direction.values()).stream().filter(base::watches).toList();
        out.list(watched, direction -> {
            out.word(direction);
            write(out, base.watched(direction));
        });
    }

    /** A state in which nothing is recent. */
    MonitorState read(StateReader in) {
        long interval = in.number();
        long time = in.number();
        long windowStart = in.number();
        int counter = in.integer();
        Map<Direction, DirectionState> directions = new EnumMap<>(Direction.class);
        in.list(() -> directions.put(in.word(Direction.class), readDirection(in)) == null);
        Fold base = Fold.of(time, windowStart, counter, directions);
        return MonitorState.unknown().settled(time, interval, base, Map.of());
    }

    private void write(StateWriter out, DirectionState direction) {
        out.list(List.of(direction.vantages()), vantage -> write(out, vantage));
        flow.write(out, direction.tally());
        flow.write(out, direction.rates());
        flow.write(out, direction.flow());
        out.number(direction.failedRounds());
        out.number(direction.votedAt());
        direction.beside().write(out);
    }

    private DirectionState readDirection(StateReader in) {
        Vantage[] vantages = in.list(() -> readVantage(in)).toArray(Vantage[]::new);
        DirectionState direction = new DirectionState(
                vantages, flow.readTally(in), flow.readRates(in), flow.readFlow(in), in.integer(), in.number());
        return version < WITH_BESIDE ? direction : direction.with(Beside.read(in));
    }

    private void write(StateWriter out, Vantage vantage) {
        out.text(vantage.name());
        out.number(vantage.votedAt());
        out.number(vantage.points().value());
        out.number(vantage.points().lossPpm());
        out.number(vantage.points().highRounds());
        out.number(vantage.points().round());
        out.number(vantage.failedRound());
        out.number(vantage.routes());
        for (int i = 0; i < vantage.routes(); i++) {
            routes.write(out, vantage.route(i));
        }
    }

    private Vantage readVantage(StateReader in) {
        String name = in.text();
        long votedAt = in.number();
        Points points = new Points(in.integer(), in.integer(), in.integer(), in.number());
        long failedRound = in.number();
        RouteHistory[] histories = in.list(() -> routes.read(in)).toArray(RouteHistory[]::new);
        return new Vantage(name, votedAt, points, failedRound, histories);
    }
}
