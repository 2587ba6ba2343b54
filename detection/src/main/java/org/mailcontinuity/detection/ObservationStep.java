package org.mailcontinuity.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailcontinuity.detection.Judgement.Reception;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.counter.FailureCounterRule;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.evidence.EvidenceRule;
import org.mailcontinuity.detection.evidence.Recovery;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.observation.Trigger;
import org.mailcontinuity.detection.observation.Vote;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.vantage.Deferral;
import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.RouteKey;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * One observation of one direction, cleaned and counted.
 *
 * <ol>
 *   <li>An observation without a vote leaves no trace but the fault of our own that it names.
 *   <li>A duplicate, the same vantage, check, route and round, is dropped; a confirmation is known by its instant.
 *   <li>A 4xx that may be greylisting gives EVIDENCE no points for a while ({@link Deferral}).
 *   <li>Everything else is counted: points, rounds, cause; then the direction's disruption is judged.
 * </ol>
 */
final class ObservationStep {
    private final DirectionJudge judge;
    private final Observation observation;
    private final Vote vote;
    private final Instant at;
    private final long round;

    /** @param at event time by the broker's clock, not after the judge's now */
    ObservationStep(DirectionJudge judge, Observation observation, Instant at) {
        this.judge = judge;
        this.observation = observation;
        this.vote = Vote.of(observation);
        this.at = at;
        this.round = Math.floorDiv(
                observation.scheduledAt().toEpochMilli(),
                judge.settings.interval().toMillis());
    }

    Reception apply(Vantage vantage) {
        replace(vantage);
        if (vote == Vote.NONE) {
            observation.fault().ifPresent(fault -> judge.sight = judge.sight.inconclusive(fault));
            return Reception.WITHOUT_VOTE;
        }
        RouteKey key = new RouteKey(observation.check(), observation.route());
        RouteHistory history = vantage.route(key).orElseGet(() -> RouteHistory.first(key, round));
        if (isDuplicate(history)) {
            return Reception.DUPLICATE;
        }
        Blindness.seen(judge, at);
        Deferral deferral = observation.isDeferrable() ? history.deferral().next(at.toEpochMilli()) : Deferral.NONE;
        boolean deferred = judge.settings.rule() instanceof DetectionRule.Evidence
                && observation.isDeferrable()
                && deferral.holds(at.toEpochMilli());
        boolean against = vote.isAgainst() && !deferred;
        if (against && judge.tally.isEmpty()) {
            judge.vantages =
                    judge.vantages.stream().map(Vantage::forgetOutcomes).toList();
            history = history.forgetOutcomes();
        }
        Vantage voted = current().voted(counted(history, deferral), judge.now.toEpochMilli());
        replace(countRound(voted, key));
        if (!deferred) {
            count(key, against);
            judgeFlow(against);
        }
        return Reception.VOTED;
    }

    private boolean isDuplicate(RouteHistory history) {
        return observation.trigger() == Trigger.CONFIRMATION
                ? history.isDuplicateConfirmation(observation.scheduledAt().toEpochMilli())
                : history.isDuplicate(round);
    }

    private RouteHistory counted(RouteHistory history, Deferral deferral) {
        boolean through = vote != Vote.BAD;
        return observation.trigger() == Trigger.CONFIRMATION
                ? history.confirm(round, observation.scheduledAt().toEpochMilli(), through, deferral)
                : history.vote(round, through, deferral);
    }

    /** Keeps the failed rounds of the counter's window: a route that works takes a round back that seemed to fail. */
    private Vantage countRound(Vantage voted, RouteKey key) {
        if (judge.inMaintenance()) {
            return voted;
        }
        boolean held = voted.failedRound() == round;
        if (vote == Vote.BAD && !held && FailureCounterRule.roundFailed(voted, key, round)) {
            judge.failedRounds++;
            return voted.withFailedRound(round);
        }
        if (vote != Vote.BAD && held && key.route().isPresent()) {
            judge.failedRounds = Math.max(0, judge.failedRounds - 1);
            return voted.withFailedRound(Vantage.NO_ROUND);
        }
        return voted;
    }

    private void count(RouteKey key, boolean against) {
        boolean learning = judge.flow instanceof FlowState.Calm && !judge.inMaintenance();
        judge.vantages = EvidenceRule.vote(
                judge.vantages,
                observation.vantage(),
                against,
                learning,
                judge.now.toEpochMilli(),
                judge.liveMillis(),
                judge.settings.evidenceThreshold());
        if (learning) {
            judge.rates = against ? judge.rates.against(observation.stage()) : judge.rates.good();
        }
        judge.tally = against ? judge.tally.against(observation, key, at) : judge.tally.good();
        if (judge.inMaintenance()) {
            judge.vantages = EvidenceRule.reset(judge.vantages);
        }
    }

    private void judgeFlow(boolean against) {
        switch (judge.flow) {
            case FlowState.Calm calm -> judgeCalm();
            case FlowState.Disrupted disrupted -> {
                if (against) {
                    judge.reconsider(disrupted, severity());
                } else {
                    judgeRecovery(disrupted);
                }
            }
        }
    }

    private void judgeCalm() {
        if (!(judge.settings.rule() instanceof DetectionRule.Evidence rule)) {
            return;
        }
        int score = judge.score();
        if (score >= rule.threshold()) {
            judge.fire(new Fired(rule.name(), score, rule.threshold()), judge.severity(), judge.now);
        } else if (score == 0) {
            judge.tally = CauseTally.EMPTY;
        }
    }

    private void judgeRecovery(FlowState.Disrupted disrupted) {
        if (!(judge.settings.rule() instanceof DetectionRule.Evidence)) {
            return;
        }
        CauseTally tally = judge.tally;
        int needed = Recovery.goodVotesNeeded(tally.against(), tally.votesAtLast(), disrupted.reopenings());
        if (tally.goodInRow() >= needed) {
            judge.clear(disrupted, judge.now, ClearReason.RECOVERED);
        }
    }

    private Severity severity() {
        return switch (judge.settings.rule()) {
            case DetectionRule.Evidence evidence -> judge.severity();
            case DetectionRule.FailureCounter counter -> Severity.DOWN;
        };
    }

    private Vantage current() {
        return judge.vantages.stream()
                .filter(vantage -> vantage.name().equals(observation.vantage()))
                .findFirst()
                .orElseThrow();
    }

    private void replace(Vantage changed) {
        List<Vantage> next = new ArrayList<>(judge.vantages.size() + 1);
        boolean replaced = false;
        for (Vantage vantage : judge.vantages) {
            boolean same = vantage.name().equals(changed.name());
            next.add(same ? changed : vantage);
            replaced |= same;
        }
        if (!replaced) {
            next.add(changed);
        }
        judge.vantages = List.copyOf(next);
    }
}
