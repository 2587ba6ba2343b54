package org.mailcontinuity.detection.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.cause.StageRates;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.vantage.ClockOffset;
import org.mailcontinuity.detection.vantage.Points;
import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * Reads versions 1 and 2, in which everything was settled and each direction had clocks of its own. Version 1 had no rates
 * per stage and did not count the votes behind a tally.
 */
final class EarlierCodec {
    private static final int KNOWN_CLOCK = 8;

    private final int version;
    private final FlowCodec flow = new FlowCodec();
    private final RouteCodec routes = new RouteCodec();
    private final Map<String, ClockOffset> clocks = new LinkedHashMap<>();
    private final Map<Direction, Sight> sights = new EnumMap<>(Direction.class);

    EarlierCodec(int version) {
        this.version = version;
    }

    MonitorState read(StateReader in) {
        long latest = in.number();
        long interval = in.number();
        long windowStart = in.number();
        int counter = in.integer();
        Map<Direction, DirectionState> directions = new EnumMap<>(Direction.class);
        in.list(() -> {
            Direction direction = in.word(Direction.class);
            return directions.put(direction, readDirection(in, direction)) == null;
        });
        in.end();
        Fold fold = Fold.of(latest, windowStart, counter, directions);
        return new MonitorState(
                latest,
                interval,
                0,
                clocks.values().toArray(ClockOffset[]::new),
                sights,
                Segment.startingWith(fold),
                fold);
    }

    private DirectionState readDirection(StateReader in, Direction direction) {
        List<Vantage> vantages = new ArrayList<>(in.list(() -> readVantage(in)));
        CauseTally tally = flow.readTally(in, version);
        StageRates rates = version == 1 ? StageRates.NONE : flow.readRates(in);
        FlowState disruption = flow.readFlow(in);
        long watchedSince = in.number();
        long since = in.number();
        sights.put(
                direction,
                new Sight(
                        watchedSince,
                        in.optional(() -> new Sight.Blindness(in.number(), in.number())),
                        in.flag(),
                        in.word(Fault.class)));
        long votedAt = since > watchedSince ? since : 0;
        for (Vantage vantage : vantages) {
            votedAt = Math.max(votedAt, vantage.votedAt());
        }
        return new DirectionState(vantages.toArray(Vantage[]::new), tally, rates, disruption, in.integer(), votedAt);
    }

    private Vantage readVantage(StateReader in) {
        String name = in.text();
        ClockOffset clock = new ClockOffset(name, in.number(), in.number(), KNOWN_CLOCK);
        clocks.putIfAbsent(name, clock);
        long votedAt = in.number();
        Points points = new Points(in.integer(), in.integer(), in.integer(), in.number());
        long failedRound = in.number();
        RouteHistory[] histories = in.list(() -> routes.read(in)).toArray(RouteHistory[]::new);
        return new Vantage(name, votedAt, points, failedRound, histories);
    }
}
