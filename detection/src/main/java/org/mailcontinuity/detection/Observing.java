package org.mailcontinuity.detection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailcontinuity.detection.Judgement.Reception;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.history.CastVote;
import org.mailcontinuity.detection.history.ControlFailed;
import org.mailcontinuity.detection.history.MailCounted;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.observation.Outcome;
import org.mailcontinuity.detection.observation.Traffic;
import org.mailcontinuity.detection.observation.Trigger;
import org.mailcontinuity.detection.observation.Vote;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.Fold;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detection.vantage.ClockOffset;
import org.mailcontinuity.detection.vantage.RouteKey;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * An observation on its way in: its event time is taken to the broker's clock, what is too late is left out, and what
 * votes becomes an input.
 */
final class Observing {
    private Observing() {}

    static Judgement observe(MonitorState state, Observation observation, DetectionSettings settings) {
        if (!state.sights().containsKey(observation.direction())) {
            return new Judgement(state, List.of(), Reception.UNWATCHED);
        }
        long event = observation.completedAt().toEpochMilli();
        long append = observation.appendedAt().toEpochMilli();
        int index = indexOf(state.clocks(), observation.vantage());
        ClockOffset clock;
        if (index == state.clocks().length) {
            clock = ClockOffset.first(observation.vantage(), append, event);
        } else {
            ClockOffset known = state.clocks()[index];
            if (known.isLate(append, event)) {
                return new Judgement(state, List.of(), Reception.LATE);
            }
            clock = known.observe(append, event);
        }
        MonitorState measured = state.withClock(index, clock);
        long at = clock.correct(event);
        Vote vote = Vote.of(observation);
        if (observation.check() == Check.TRAFFIC) {
            return counted(measured, observation, settings, clock, at);
        }
        return vote == Vote.NONE
                ? withoutVote(measured, observation, settings, clock, at)
                : voted(measured, observation, settings, clock, at, vote);
    }

    private static Judgement voted(
            MonitorState state,
            Observation observation,
            DetectionSettings settings,
            ClockOffset clock,
            long at,
            Vote vote) {
        Fold fold = Refold.current(state, settings);
        RouteKey key = keyOf(fold.watched(observation.direction()), clock.vantage(), observation);
        CastVote input = CastVote.of(observation, at, clock.vantage(), key, vote);
        long latest = Math.max(state.latestMillis(), at);
        Refold.Result result = Refold.with(state, input, settings, latest);
        MonitorState next = state.folded(latest, result.history(), result.fold());
        List<Finding> findings = result.findings();
        if (result.isDuplicate()) {
            return new Judgement(next, findings, Reception.DUPLICATE);
        }
        next = Blindness.seen(next, observation.direction(), settings, findings);
        DirectionState before = fold.watched(observation.direction());
        DirectionState after = result.fold().watched(observation.direction());
        boolean asks = Suspicion.asks(state, before, after, input, settings);
        return new Judgement(asks ? next.asked(latest) : next, findings, Reception.VOTED, asks);
    }

    private static Judgement withoutVote(
            MonitorState state, Observation observation, DetectionSettings settings, ClockOffset clock, long at) {
        long latest = Math.max(state.latestMillis(), at);
        MonitorState next = state.folded(latest, state.history(), Refold.current(state, settings));
        Optional<Fault> own = observation.fault();
        if (own.isPresent()) {
            next = next.withSight(
                    observation.direction(),
                    Objects.requireNonNull(next.sights().get(observation.direction()))
                            .inconclusive(own.get()));
        }
        if (observation.outcome() == Outcome.INCONCLUSIVE && own.equals(Optional.of(Fault.SELF_CHECK_FAILED))) {
            ControlFailed input = new ControlFailed(
                    at, clock.vantage(), observation.scheduledAt().toEpochMilli());
            Refold.Result result = Refold.with(next, input, settings, latest);
            next = next.folded(latest, result.history(), result.fold());
            return new Judgement(next, result.findings(), Reception.WITHOUT_VOTE);
        }
        return new Judgement(next, List.of(), Reception.WITHOUT_VOTE);
    }

    /** Counts of real mail; those that somebody asked for by hand, or that are none, count nothing. */
    private static Judgement counted(
            MonitorState state, Observation observation, DetectionSettings settings, ClockOffset clock, long at) {
        long latest = Math.max(state.latestMillis(), at);
        MonitorState known = state.folded(latest, state.history(), Refold.current(state, settings));
        Optional<Traffic> traffic = observation.traffic();
        if (traffic.isEmpty() || !settings.extras().volume() || observation.trigger() != Trigger.SCHEDULED) {
            return new Judgement(known, List.of(), Reception.WITHOUT_VOTE);
        }
        long span = observation.completedAt().toEpochMilli()
                - observation.scheduledAt().toEpochMilli();
        MailCounted input = new MailCounted(
                at,
                observation.direction(),
                at - Math.max(0, span),
                traffic.get().accepted(),
                clock.vantage());
        Refold.Result result = Refold.with(known, input, settings, latest);
        MonitorState next = known.folded(latest, result.history(), result.fold());
        List<Finding> findings = result.findings();
        if (!settings.isProbed(observation.direction())) {
            next = Blindness.seen(next, observation.direction(), settings, findings);
        }
        return new Judgement(next, findings, Reception.WITHOUT_VOTE);
    }

    private static int indexOf(ClockOffset[] clocks, String vantage) {
        int index = 0;
        while (index < clocks.length && !clocks[index].vantage().equals(vantage)) {
            index++;
        }
        return index;
    }

    /** The key as it is known already, so that the same one is kept once. */
    private static RouteKey keyOf(DirectionState direction, String vantage, Observation observation) {
        for (Vantage known : direction.vantages()) {
            if (known.name().equals(vantage)) {
                for (int i = 0; i < known.routes(); i++) {
                    RouteKey key = known.route(i).key();
                    if (key.is(observation.check(), observation.route())) {
                        return key;
                    }
                }
            }
        }
        return new RouteKey(observation.check(), observation.route());
    }
}
