package org.mailcontinuity.detection;

import java.util.EnumMap;
import java.util.Map;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.counter.FailureCounterRule;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.Fold;

/** Counts every window of the failure counter that is over; once the counter is at 0 the empty ones are skipped. */
final class WindowStep {
    private static final Direction[] DIRECTIONS = Direction.values();

    private final Folding folding;
    private final Fold before;
    private final DetectionSettings settings;
    private final Map<Direction, DirectionState> directions = new EnumMap<>(Direction.class);
    private int counter;

    private WindowStep(Folding folding, Fold before) {
        this.folding = folding;
        this.before = before;
        this.settings = folding.settings;
        this.counter = before.counter();
        for (Direction direction : DIRECTIONS) {
            if (before.watches(direction)) {
                directions.put(direction, before.watched(direction));
            }
        }
    }

    /** The fold with all windows counted that are over at that time. */
    static Fold pass(Folding folding, Fold before, long now) {
        long window = folding.settings.windowMillis();
        if (before.counter() == 0 && !before.hasFailedRounds() && !folding.settings.isFailureCounter()) {
            return before.inWindow(FailureCounterRule.windowOf(now, window), 0);
        }
        return new WindowStep(folding, before).passTo(now);
    }

    private Fold passTo(long now) {
        long window = settings.windowMillis();
        long start = before.windowStart();
        while (start + window <= now && (counter > 0 || hasFailed())) {
            start += window;
            endWindow(start);
        }
        if (start + window <= now) {
            start = FailureCounterRule.windowOf(now, window);
            for (Direction direction : DIRECTIONS) {
                settle(direction, start);
            }
        }
        return Fold.of(before.time(), start, counter, directions);
    }

    private boolean hasFailed() {
        return directions.values().stream().anyMatch(direction -> direction.failedRounds() > 0);
    }

    private void endWindow(long end) {
        counter = FailureCounterRule.next(counter, hasFailed());
        for (Direction direction : DIRECTIONS) {
            DirectionState state = directions.get(direction);
            if (state != null && state.failedRounds() > 0) {
                DirectionJudge judge = new DirectionJudge(folding, direction, state, end);
                if (settings.rule() instanceof DetectionRule.FailureCounter rule && counter >= rule.threshold()) {
                    judge.fire(new Fired(rule.name(), counter, rule.threshold()), Severity.DOWN);
                }
                judge.failedRounds = 0;
                directions.put(direction, judge.state());
            }
            settle(direction, end);
        }
    }

    /** With the counter at 0 nothing is open and no evidence is left, as far as the failure counter is asked. */
    private void settle(Direction direction, long end) {
        DirectionState state = directions.get(direction);
        if (state == null || counter > 0 || !settings.isFailureCounter() || state.isClear()) {
            return;
        }
        DirectionJudge judge = new DirectionJudge(folding, direction, state, end);
        if (judge.flow instanceof FlowState.Disrupted disrupted
                && !BesideCase.holds(disrupted)
                && !judge.beside.speed().slowness().isSlow()) {
            judge.clear(disrupted, ClearReason.RECOVERED);
        }
        judge.tally = CauseTally.EMPTY;
        directions.put(direction, judge.state());
    }
}
