package org.mailcontinuity.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.detection.Judgement.Reception;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.counter.FailureCounterRule;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detection.vantage.ClockOffset;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * Decides from single observations whether mail flows: pure functions from a state and something that happened to the
 * next state and findings. The same input gives the same output, on any machine, at any time.
 *
 * <ol>
 *   <li>Event times are taken to the broker's clock, and what comes more than two minutes late is history only
 *       ({@link ClockOffset}).
 *   <li>Time moves on: windows of the failure counter that are over are counted ({@link FailureCounterRule}).
 *   <li>The observation votes, once ({@link org.mailcontinuity.detection.observation.Vote}), in its direction.
 *   <li>The chosen rule opens, changes, reopens or clears the direction's disruption. Both rules always count, so that a
 *       chart can show either; only the chosen one tells.
 * </ol>
 *
 * <p>Calls for one monitor must be in order; different monitors have nothing to do with each other. Stateless and
 * thread-safe.
 */
public final class DetectionCore {
    private DetectionCore() {}

    /** A monitor is new or its settings changed. Must come before anything else that uses these settings. */
    public static Judgement adopt(MonitorState state, DetectionSettings settings, Instant at) {
        Instant now = latest(state, at);
        List<Finding> findings = new ArrayList<>();
        Map<Direction, DirectionState> next = new EnumMap<>(Direction.class);
        boolean renumber = !state.interval().equals(settings.interval());
        state.directions().forEach((direction, known) -> {
            DirectionJudge judge = new DirectionJudge(direction, known, settings, now, findings);
            if (!settings.directions().contains(direction)) {
                judge.withdraw(ClearReason.MONITOR_CHANGED);
                return;
            }
            judge.sight = judge.sight.watchedAgain(now);
            if (renumber) {
                judge.vantages =
                        judge.vantages.stream().map(Vantage::forgetRounds).toList();
            }
            next.put(direction, judge.state());
        });
        settings.directions().forEach(direction -> next.putIfAbsent(direction, DirectionState.watching(now)));
        long window = settings.failureCounter().window().toMillis();
        Instant start = Instant.ofEpochMilli(FailureCounterRule.windowOf(now.toEpochMilli(), window));
        return new Judgement(
                new MonitorState(now, settings.interval(), start, state.counter(), next), findings, Reception.NONE);
    }

    /** A check finished. Precondition: the settings were adopted. */
    public static Judgement observe(MonitorState state, Observation observation, DetectionSettings settings) {
        DirectionState before = state.directions().get(observation.direction());
        if (before == null) {
            return new Judgement(state, List.of(), Reception.UNWATCHED);
        }
        long event = observation.completedAt().toEpochMilli();
        long append = observation.appendedAt().toEpochMilli();
        Optional<Vantage> known = before.vantages().stream()
                .filter(vantage -> vantage.name().equals(observation.vantage()))
                .findFirst();
        if (known.filter(vantage -> vantage.clock().isLate(append, event)).isPresent()) {
            return new Judgement(state, List.of(), Reception.LATE);
        }
        ClockOffset clock = known.map(vantage -> vantage.clock().observe(append, event))
                .orElseGet(() -> ClockOffset.first(append, event));
        Vantage vantage = known.map(v -> v.with(clock)).orElseGet(() -> Vantage.first(observation.vantage(), clock));
        Instant at = Instant.ofEpochMilli(clock.correct(event));
        Step step = new Step(state, settings, latest(state, at));
        step.passTime();
        Reception reception = new ObservationStep(step.judge(observation.direction()), observation, at).apply(vantage);
        return step.judgement(reception);
    }

    /** Time passed. Precondition: the settings were adopted. */
    public static Judgement tick(MonitorState state, Tick tick, DetectionSettings settings) {
        Step step = new Step(state, settings, latest(state, tick.at()));
        step.passTime();
        if (tick.judgesSilence()) {
            step.judges.values().forEach(Blindness::tick);
        }
        return step.judgement(Reception.NONE);
    }

    /** The monitor goes, or is switched off: clears what is open. What was learned is kept. */
    public static Judgement withdraw(MonitorState state, DetectionSettings settings, Instant at, ClearReason reason) {
        Step step = new Step(state, settings, latest(state, at));
        step.judges.values().forEach(judge -> judge.withdraw(reason));
        step.counter = 0;
        return step.judgement(Reception.NONE);
    }

    /** What can be said of a direction at that time. */
    public static Verdict verdict(MonitorState state, Direction direction, DetectionSettings settings, Instant at) {
        DirectionState known = state.directions().get(direction);
        if (known == null || known.sight().blindness().isPresent() || isUnseen(known)) {
            return Verdict.NO_DATA;
        }
        DirectionJudge judge = new DirectionJudge(direction, known, settings, latest(state, at), new ArrayList<>());
        return switch (known.flow()) {
            case FlowState.Disrupted disrupted ->
                disrupted.severity() == Severity.DOWN ? Verdict.FAILING : Verdict.DEGRADED;
            case FlowState.Calm calm -> {
                int score = judge.score();
                int threshold = settings.evidenceThreshold();
                if (score >= threshold && judge.severity() == Severity.DEGRADED) {
                    yield Verdict.DEGRADED;
                }
                yield 2 * score >= threshold ? Verdict.SUSPECT : Verdict.HEALTHY;
            }
        };
    }

    /** S of a direction at that time. */
    public static int score(MonitorState state, Direction direction, DetectionSettings settings, Instant at) {
        DirectionState known = state.directions().get(direction);
        return known == null
                ? 0
                : new DirectionJudge(direction, known, settings, latest(state, at), new ArrayList<>()).score();
    }

    /** The earliest time at which a tick could find something, if nothing else happens before. */
    public static Optional<Instant> dueAt(MonitorState state, DetectionSettings settings) {
        Optional<Instant> due = Optional.empty();
        boolean counting = state.counter() > 0;
        for (Map.Entry<Direction, DirectionState> entry : state.directions().entrySet()) {
            DirectionState direction = entry.getValue();
            Duration silence = settings.silence(entry.getKey());
            counting |= direction.failedRounds() > 0;
            if (direction.sight().blindness().isEmpty()) {
                due = earlier(due, direction.sight().since().plus(silence));
            }
            if (!settings.vantages().isEmpty() && !direction.sight().reduced()) {
                for (Vantage vantage : direction.vantages()) {
                    due = earlier(due, Instant.ofEpochMilli(vantage.votedAt()).plus(silence));
                }
            }
        }
        return counting
                ? earlier(
                        due, state.windowStart().plus(settings.failureCounter().window()))
                : due;
    }

    private static boolean isUnseen(DirectionState direction) {
        return direction.vantages().stream().allMatch(vantage -> vantage.votedAt() == 0);
    }

    private static Optional<Instant> earlier(Optional<Instant> due, Instant other) {
        return due.filter(instant -> instant.isBefore(other)).or(() -> Optional.of(other));
    }

    private static Instant latest(MonitorState state, Instant at) {
        Instant whole = Instant.ofEpochMilli(at.toEpochMilli());
        return whole.isAfter(state.latest()) ? whole : state.latest();
    }

    /** A state taken apart for one step. */
    private static final class Step {
        final DetectionSettings settings;
        final Instant now;
        final Duration interval;
        final List<Finding> findings = new ArrayList<>();
        final Map<Direction, DirectionJudge> judges = new EnumMap<>(Direction.class);
        Instant windowStart;
        int counter;

        Step(MonitorState state, DetectionSettings settings, Instant now) {
            this.settings = settings;
            this.now = now;
            this.interval = state.interval();
            this.windowStart = state.windowStart();
            this.counter = state.counter();
            state.directions()
                    .forEach((direction, known) ->
                            judges.put(direction, new DirectionJudge(direction, known, settings, now, findings)));
        }

        DirectionJudge judge(Direction direction) {
            DirectionJudge judge = judges.get(direction);
            if (judge == null) {
                throw new IllegalArgumentException(direction + " is not watched");
            }
            return judge;
        }

        Judgement judgement(Reception reception) {
            Map<Direction, DirectionState> next = new EnumMap<>(Direction.class);
            judges.forEach((direction, judge) -> next.put(direction, judge.state()));
            return new Judgement(
                    new MonitorState(now, interval, windowStart, counter, next), List.copyOf(findings), reception);
        }

        /** Counts every window that is over; once the counter is at 0 the empty ones are skipped. */
        void passTime() {
            Duration window = settings.failureCounter().window();
            Instant end = windowStart.plus(window);
            while (!end.isAfter(now) && (counter > 0 || hasFailed())) {
                endWindow(end);
                windowStart = end;
                end = end.plus(window);
            }
            if (!end.isAfter(now)) {
                windowStart = Instant.ofEpochMilli(FailureCounterRule.windowOf(now.toEpochMilli(), window.toMillis()));
                judges.values().forEach(judge -> settleCounter(judge, windowStart));
            }
        }

        private boolean hasFailed() {
            return judges.values().stream().anyMatch(judge -> judge.failedRounds > 0);
        }

        private void endWindow(Instant end) {
            counter = FailureCounterRule.next(counter, hasFailed());
            for (DirectionJudge judge : judges.values()) {
                if (settings.rule() instanceof DetectionRule.FailureCounter rule
                        && counter >= rule.threshold()
                        && judge.failedRounds > 0) {
                    judge.fire(new Fired(rule.name(), counter, rule.threshold()), Severity.DOWN, end);
                }
                judge.failedRounds = 0;
                settleCounter(judge, end);
            }
        }

        /** With the counter at 0 nothing is open and no evidence is left, as far as the failure counter is asked. */
        private void settleCounter(DirectionJudge judge, Instant end) {
            if (counter > 0 || !(settings.rule() instanceof DetectionRule.FailureCounter)) {
                return;
            }
            if (judge.flow instanceof FlowState.Disrupted disrupted) {
                judge.clear(disrupted, end, ClearReason.RECOVERED);
            }
            judge.tally = CauseTally.EMPTY;
        }
    }
}
