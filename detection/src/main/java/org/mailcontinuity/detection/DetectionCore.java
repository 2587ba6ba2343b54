package org.mailcontinuity.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mailcontinuity.detection.Judgement.Reception;
import org.mailcontinuity.detection.counter.FailureCounterRule;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.history.TimePassed;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.Fold;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detection.state.Sight;
import org.mailcontinuity.detection.vantage.ClockOffset;
import org.mailcontinuity.detection.vantage.Vantage;
import org.mailcontinuity.detection.volume.Lull;

/**
 * Decides from single observations whether mail flows: pure functions from a state and something that happened to the
 * next state and findings. The same input gives the same output, on any machine, at any time.
 *
 * <ol>
 *   <li>Event times are taken to the broker's clock, and what comes more than two minutes late is history only
 *       ({@link org.mailcontinuity.detection.vantage.ClockOffset}).
 *   <li>Every input has its place in event order, and the state is the fold of all inputs in that order, whatever the
 *       order was in which they came ({@link Refold}).
 *   <li>In its place, an input first moves time on, then votes, once, in its direction ({@link Folding}).
 *   <li>The chosen rule opens, changes, reopens or clears the direction's disruption. Both rules always count, so that a
 *       chart can show either; only the chosen one tells.
 * </ol>
 *
 * <p>Calls for one monitor must be in order; different monitors have nothing to do with each other. Stateless and
 * thread-safe.
 */
public final class DetectionCore {
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final long NEVER = Long.MAX_VALUE;

    private DetectionCore() {}

    /** A monitor is new or its settings changed. Must come before anything else that uses these settings. */
    public static Judgement adopt(MonitorState state, DetectionSettings settings, Instant at) {
        long now = latest(state, at);
        Fold fold = Refold.current(state, settings);
        Folding folding = folding(state, settings, now);
        boolean renumber = state.intervalMillis() != settings.intervalMillis();
        Map<Direction, DirectionState> directions = new EnumMap<>(Direction.class);
        Map<Direction, Sight> sights = new EnumMap<>(Direction.class);
        for (Direction direction : DIRECTIONS) {
            Optional<DirectionState> known = fold.direction(direction);
            if (!settings.directions().contains(direction)) {
                known.ifPresent(gone -> withdraw(folding, state, direction, gone, ClearReason.MONITOR_CHANGED));
                continue;
            }
            sights.put(direction, sight(state, direction, now).watchedAgain(now));
            DirectionState kept = known.orElse(DirectionState.NEW);
            directions.put(direction, renumber ? renumbered(kept) : kept);
        }
        long start = FailureCounterRule.windowOf(now, settings.windowMillis());
        Fold next = Fold.of(now, start, fold.counter(), directions);
        return new Judgement(
                state.settled(now, settings.intervalMillis(), next, sights), folding.findings(), Reception.NONE);
    }

    /**
     * A state that was just read, made ready: its recent inputs are folded. Every other function does so by itself, but
     * cannot keep what it came to.
     */
    public static MonitorState resume(MonitorState state, DetectionSettings settings) {
        return Refold.resumed(state, settings);
    }

    /** A check finished. Precondition: the settings were adopted. */
    public static Judgement observe(MonitorState state, Observation observation, DetectionSettings settings) {
        return Observing.observe(state, observation, settings);
    }

    /** Time passed. Precondition: the settings were adopted. */
    public static Judgement tick(MonitorState state, Tick tick, DetectionSettings settings) {
        long now = latest(state, tick.at());
        Fold fold = Refold.current(state, settings);
        List<Finding> findings = new ArrayList<>();
        MonitorState next = state.folded(now, state.history(), fold);
        if (endsWindow(fold, settings, now) || (settings.extras().volume() && VolumeStep.dueAt(fold) <= now)) {
            Refold.Result passed = Refold.with(state, new TimePassed(now), settings, now);
            findings.addAll(passed.findings());
            next = state.folded(now, passed.history(), passed.fold());
        }
        if (tick.judgesSilence()) {
            for (Direction direction : DIRECTIONS) {
                if (fold.watches(direction)) {
                    next = Blindness.tick(next, direction, settings, findings);
                }
            }
        }
        return new Judgement(next, List.copyOf(findings), Reception.NONE);
    }

    /** The monitor goes, or is switched off: clears what is open. What was learned is kept. */
    public static Judgement withdraw(MonitorState state, DetectionSettings settings, Instant at, ClearReason reason) {
        long now = latest(state, at);
        Fold fold = Refold.current(state, settings);
        Folding folding = folding(state, settings, now);
        Map<Direction, DirectionState> directions = new EnumMap<>(Direction.class);
        Map<Direction, Sight> sights = new EnumMap<>(Direction.class);
        for (Direction direction : DIRECTIONS) {
            fold.direction(direction).ifPresent(known -> {
                Sight sight = sight(state, direction, now);
                directions.put(direction, withdraw(folding, state, direction, known, reason));
                sights.put(direction, sight.blindness().isPresent() ? Sight.watching(now) : sight);
            });
        }
        Fold next = Fold.of(now, fold.windowStart(), 0, directions);
        return new Judgement(
                state.settled(now, state.intervalMillis(), next, sights), folding.findings(), Reception.NONE);
    }

    /** What can be said of a direction at that time. */
    public static Verdict verdict(MonitorState state, Direction direction, DetectionSettings settings, Instant at) {
        Optional<DirectionState> found = Refold.current(state, settings).direction(direction);
        if (found.isEmpty() || found.get().votedAt() == 0 || isBlind(state, direction)) {
            return Verdict.NO_DATA;
        }
        DirectionState known = found.get();
        if (known.isClear() && !settings.isFailureCounter()) {
            return Verdict.HEALTHY;
        }
        return switch (known.flow()) {
            case FlowState.Disrupted disrupted ->
                disrupted.severity() == Severity.DOWN ? Verdict.FAILING : Verdict.DEGRADED;
            case FlowState.Calm calm -> calmVerdict(Folding.view(settings, direction, known, latest(state, at)));
        };
    }

    /** S of a direction at that time. */
    public static int score(MonitorState state, Direction direction, DetectionSettings settings, Instant at) {
        return Refold.current(state, settings)
                .direction(direction)
                .map(known -> Folding.view(settings, direction, known, latest(state, at))
                        .score())
                .orElse(0);
    }

    /** An event time of a vantage by the broker's clock, as far as that vantage's clock is known. */
    public static Instant brokerTime(MonitorState state, String vantage, Instant event) {
        for (ClockOffset clock : state.clocks()) {
            if (clock.vantage().equals(vantage)) {
                return Instant.ofEpochMilli(clock.correct(event.toEpochMilli()));
            }
        }
        return event;
    }

    /** Messages of real mail to be expected in a minute at that time; empty while too little is known of it. */
    public static OptionalDouble expectedPerMinute(
            MonitorState state, Direction direction, DetectionSettings settings, Instant at) {
        double expected = Refold.current(state, settings)
                .direction(direction)
                .map(known -> known.beside().volume().expectedPerMinute(at.toEpochMilli()))
                .orElse(0.0);
        return expected > 0 ? OptionalDouble.of(expected) : OptionalDouble.empty();
    }

    /** Value of the failure counter. */
    public static int counter(MonitorState state, DetectionSettings settings) {
        return Refold.current(state, settings).counter();
    }

    /** The earliest time at which a tick could find something, if nothing else happens before. */
    public static Optional<Instant> dueAt(MonitorState state, DetectionSettings settings) {
        Fold fold = Refold.current(state, settings);
        long due = fold.counter() > 0 || fold.hasFailedRounds() ? fold.windowStart() + settings.windowMillis() : NEVER;
        if (settings.extras().volume()) {
            due = Math.min(due, VolumeStep.dueAt(fold));
        }
        for (Direction direction : DIRECTIONS) {
            if (fold.watches(direction)) {
                Sight sight = sight(state, direction, 0);
                due = Math.min(due, Blindness.dueAt(sight, fold.watched(direction), direction, settings));
            }
        }
        return due == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
    }

    private static Verdict calmVerdict(DirectionJudge judge) {
        int score = judge.score();
        int threshold = judge.settings.evidenceThreshold();
        if (score >= threshold && judge.severity().equals(Optional.of(Severity.DEGRADED))) {
            return Verdict.DEGRADED;
        }
        boolean suspect = 2 * Math.max(score, judge.beside.speed().slowness().score()) >= threshold
                || judge.beside.volume().lull().kind() != Lull.Kind.NONE;
        return suspect ? Verdict.SUSPECT : Verdict.HEALTHY;
    }

    private static boolean isBlind(MonitorState state, Direction direction) {
        return sight(state, direction, 0).blindness().isPresent();
    }

    private static Sight sight(MonitorState state, Direction direction, long now) {
        Sight known = state.sights().get(direction);
        return known == null ? Sight.watching(now) : known;
    }

    private static boolean endsWindow(Fold fold, DetectionSettings settings, long now) {
        return fold.windowStart() + settings.windowMillis() <= now && (fold.counter() > 0 || fold.hasFailedRounds());
    }

    private static DirectionState withdraw(
            Folding folding, MonitorState state, Direction direction, DirectionState known, ClearReason reason) {
        DirectionJudge judge = new DirectionJudge(folding, direction, known, folding.toldFrom);
        judge.withdraw(reason);
        Blindness.withdraw(state, direction, folding, reason);
        return judge.state();
    }

    private static DirectionState renumbered(DirectionState state) {
        Vantage[] vantages = state.vantages().clone();
        for (int i = 0; i < vantages.length; i++) {
            vantages[i] = vantages[i].forgetRounds();
        }
        return new DirectionState(
                        vantages, state.tally(), state.rates(), state.flow(), state.failedRounds(), state.votedAt())
                .with(state.beside());
    }

    private static Folding folding(MonitorState state, DetectionSettings settings, long now) {
        return new Folding(settings, now, state.history(), new TimePassed(now));
    }

    private static long latest(MonitorState state, Instant at) {
        return Math.max(state.latestMillis(), at.toEpochMilli());
    }
}
