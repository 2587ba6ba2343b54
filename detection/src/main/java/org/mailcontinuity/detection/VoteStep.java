package org.mailcontinuity.detection;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.detection.burnrate.BurnRateRule;
import org.mailcontinuity.detection.burnrate.VoteCounts;
import org.mailcontinuity.detection.cause.CauseFinder;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.cause.Failure;
import org.mailcontinuity.detection.counter.FailureCounterRule;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.evidence.EvidenceRule;
import org.mailcontinuity.detection.evidence.Recovery;
import org.mailcontinuity.detection.history.CastVote;
import org.mailcontinuity.detection.latency.Slowness;
import org.mailcontinuity.detection.latency.Speed;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Vote;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.vantage.Deferral;
import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * One vote of one direction, counted and judged.
 *
 * <ol>
 *   <li>A duplicate, the same vantage, check, route and round, is dropped; a confirmation is known by its instant.
 *   <li>A 4xx that may be greylisting gives EVIDENCE no points for a while ({@link Deferral}); nor does a failed check
 *       that was begun in a maintenance, to any rule.
 *   <li>Everything else is counted: points, rounds, cause.
 *   <li>Then the direction's disruption is judged, unless the vote is good and nothing speaks against mail flow.
 * </ol>
 */
final class VoteStep {
    private static final int TENTHS = 10;
    private final Folding folding;
    private final DirectionState before;
    private final DetectionSettings settings;
    private final CastVote vote;
    private final long now;
    private final long round;

    /** @param now event time, not before any other's */
    VoteStep(Folding folding, DirectionState before, CastVote vote, long now) {
        this.folding = folding;
        this.before = before;
        this.settings = folding.settings;
        this.vote = vote;
        this.now = now;
        this.round = Math.floorDiv(vote.scheduledAt(), settings.intervalMillis());
    }

    /** The direction after the vote; the same as before if it is a duplicate. */
    DirectionState voted() {
        Vantage[] vantages = before.vantages();
        int voter = indexOf(vantages, vote.vantage());
        Vantage vantage = voter < 0 ? Vantage.first(vote.vantage()) : vantages[voter];
        int route = vantage.indexOf(vote.key());
        RouteHistory history = route < 0 ? RouteHistory.first(vote.key(), round) : vantage.route(route);
        if (isDuplicate(history)) {
            return before;
        }
        Deferral deferral = isDeferrable() ? history.deferral().next(vote.at()) : Deferral.NONE;
        boolean deferred =
                isOfMaintenance() || (!settings.isFailureCounter() && isDeferrable() && deferral.holds(vote.at()));
        boolean against = vote.vote().isAgainst() && !deferred;
        Vantage[] next = voter < 0 ? Vantage.withRoom(vantages) : vantages.clone();
        int at = voter < 0 ? next.length - 1 : voter;
        next[at] = vantage;
        if (against && before.tally().isEmpty()) {
            forgetOutcomes(next, round);
            history = history.forgetOutcomesBefore(round);
        }
        RouteHistory counted = counted(history, deferral);
        next[at] = route < 0 ? next[at].voted(counted, vote.at()) : next[at].voted(route, counted, vote.at());
        DirectionJudge judge = new DirectionJudge(folding, vote.direction(), before, next, now, now);
        countRound(judge, at);
        if (!deferred) {
            count(judge, at, against);
            time(judge);
            judgeFlow(judge, against);
        }
        judge.judgeBeside();
        return judge.state();
    }

    private boolean isDeferrable() {
        return vote.failure().isPresent() && vote.failure().get().deferrable();
    }

    /** True if it failed in a check that was begun in a maintenance and ended after it. */
    private boolean isOfMaintenance() {
        return vote.vote().isAgainst()
                && settings.inMaintenance(vote.scheduledAt())
                && !settings.inMaintenance(vote.at());
    }

    private boolean isDuplicate(RouteHistory history) {
        return vote.confirmation() ? history.isDuplicateConfirmation(vote.scheduledAt()) : history.isDuplicate(round);
    }

    private RouteHistory counted(RouteHistory history, Deferral deferral) {
        boolean through = vote.vote() != Vote.BAD;
        return vote.confirmation()
                ? history.confirm(round, vote.scheduledAt(), through, deferral)
                : history.vote(round, through, deferral);
    }

    /** Keeps the failed rounds of the counter's window: a route that works takes a round back that seemed to fail. */
    private void countRound(DirectionJudge judge, int voter) {
        Vantage voted = judge.vantages[voter];
        boolean held = voted.failedRound() == round;
        boolean bad = vote.vote() == Vote.BAD;
        if ((!bad && !held) || judge.inMaintenance() || isOfMaintenance()) {
            return;
        }
        if (bad && !held && FailureCounterRule.roundFailed(voted, vote.key(), round)) {
            judge.failedRounds++;
            judge.vantages[voter] = voted.withFailedRound(round);
        } else if (!bad && vote.key().route().isPresent()) {
            judge.failedRounds = Math.max(0, judge.failedRounds - 1);
            judge.vantages[voter] = voted.withFailedRound(Vantage.NO_ROUND);
        }
    }

    private void count(DirectionJudge judge, int voter, boolean against) {
        boolean maintenance = judge.inMaintenance();
        boolean learning = judge.flow instanceof FlowState.Calm && !maintenance;
        Vantage voted = judge.vantages[voter];
        EvidenceRule.vote(
                judge.vantages,
                voter,
                new EvidenceRule.Ballot(against, voted.failedBeside(vote.key(), round, vote.at()), learning),
                now,
                judge.liveMillis(),
                settings.evidenceThreshold());
        if (against) {
            Failure failure = vote.failure().orElseThrow();
            judge.rates = learning ? judge.rates.against(failure.stage()) : judge.rates;
            judge.tally = judge.tally.against(failure, vote.key(), Instant.ofEpochMilli(vote.at()));
        } else {
            judge.rates = learning ? judge.rates.good() : judge.rates;
            judge.tally = judge.tally.good();
        }
        if (maintenance) {
            EvidenceRule.reset(judge.vantages);
        } else if (settings.rule() instanceof DetectionRule.BurnRate) {
            judge.beside = judge.beside.with(judge.beside.votes().vote(against, vote.at()));
        }
    }

    private void judgeFlow(DirectionJudge judge, boolean against) {
        switch (judge.flow) {
            case FlowState.Calm calm -> judgeUnheld(judge);
            case FlowState.Disrupted disrupted when BesideCase.holds(disrupted) -> judgeUnheld(judge);
            case FlowState.Disrupted disrupted -> {
                if (against) {
                    judge.reconsider(disrupted, isOf(disrupted.causeKey()));
                } else {
                    judgeRecovery(judge, disrupted);
                }
            }
        }
        if (against && judge.flow instanceof FlowState.Disrupted disrupted && !BesideCase.holds(disrupted)) {
            judge.tally = Recovery.afterVoteAgainst(judge.tally, before.tally(), disrupted.reopenings());
        }
    }

    private boolean isOf(String causeKey) {
        Failure failure = vote.failure().orElseThrow();
        String host = vote.key().route().isPresent() ? vote.key().route().get().host() : settings.domain();
        return CauseFinder.isKeyOf(causeKey, failure, host);
    }

    /** The chosen rule holds nothing: it may fire now. */
    private void judgeUnheld(DirectionJudge judge) {
        if (settings.isFailureCounter() || judge.tally.isEmpty()) {
            return;
        }
        int score = judge.score();
        Optional<Fired> fired = fired(judge, score);
        if (fired.isPresent()) {
            judge.severity().ifPresent(severity -> judge.fire(fired.get(), severity));
        } else if (score == 0) {
            judge.tally = CauseTally.EMPTY;
        }
    }

    private Optional<Fired> fired(DirectionJudge judge, int score) {
        return switch (settings.rule()) {
            case DetectionRule.Evidence rule ->
                score >= rule.threshold() && !EvidenceRule.isContradicted(judge.vantages, now, judge.liveMillis())
                        ? Optional.of(new Fired(rule.name(), score, rule.threshold()))
                        : Optional.empty();
            case DetectionRule.FailureCounter rule -> Optional.empty();
            case DetectionRule.BurnRate rule -> burning(judge, rule);
        };
    }

    /** In tenths, so that 14.4 is said as it is. */
    private Optional<Fired> burning(DirectionJudge judge, DetectionRule.BurnRate rule) {
        VoteCounts votes = judge.beside.votes();
        return BurnRateRule.alarm(votes, rule.objective(), now).map(alarm -> {
            double rate = BurnRateRule.rate(votes, alarm.over(), rule.objective(), now);
            return new Fired(rule.name(), (int) Math.round(TENTHS * rate), (int) Math.round(TENTHS * alarm.rate()));
        });
    }

    private void judgeRecovery(DirectionJudge judge, FlowState.Disrupted disrupted) {
        boolean over = switch (settings.rule()) {
            case DetectionRule.Evidence rule -> Recovery.isOver(judge.tally, disrupted.reopenings());
            case DetectionRule.FailureCounter rule -> false;
            case DetectionRule.BurnRate rule -> burning(judge, rule).isEmpty();
        };
        if (over && !judge.isSlow()) {
            judge.clear(disrupted, ClearReason.RECOVERED);
        }
    }

    /** A good vote tells how fast mail gets through. */
    private void time(DirectionJudge judge) {
        long floor = settings.latencyFloor();
        if (floor == 0 || vote.vote() != Vote.GOOD || vote.latency() == 0) {
            return;
        }
        Check check = vote.key().check();
        Speed speed = judge.beside.speed();
        long most = Math.max(floor, speed.limit(vote.vantage(), check));
        Slowness slowness = speed.slowness()
                .vote(
                        vote.vantage(),
                        vote.latency(),
                        most,
                        now,
                        judge.looking(),
                        judge.liveMillis(),
                        settings.evidenceThreshold());
        Speed next = speed.with(slowness);
        boolean learns = judge.isMeasure(vote.latency() > most);
        judge.beside = judge.beside.with(learns ? next.learn(vote.vantage(), check, vote.latency(), vote.at()) : next);
    }

    private static void forgetOutcomes(Vantage[] vantages, long round) {
        for (int i = 0; i < vantages.length; i++) {
            vantages[i] = vantages[i].forgetOutcomesBefore(round);
        }
    }

    private static int indexOf(Vantage[] vantages, String name) {
        for (int i = 0; i < vantages.length; i++) {
            if (vantages[i].name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
