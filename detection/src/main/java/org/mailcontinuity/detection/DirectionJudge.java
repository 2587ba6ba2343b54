package org.mailcontinuity.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailcontinuity.detection.cause.Cause;
import org.mailcontinuity.detection.cause.CauseFinder;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.cause.Onlookers;
import org.mailcontinuity.detection.cause.StageRates;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.evidence.EvidenceRule;
import org.mailcontinuity.detection.evidence.SeverityRule;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.vantage.RouteKey;
import org.mailcontinuity.detection.vantage.Vantage;

/** One step of one direction: takes a state apart, moves the life of its disruption, and puts it together again. */
final class DirectionJudge {
    private static final long FLAP_MILLIS = 1_800_000;
    private static final int FLAP_ROUNDS = 3;

    final Direction direction;
    final DetectionSettings settings;

    /** Event time of the input, epoch milliseconds. */
    final long now;

    /** A copy of its own, to be changed in place. */
    final Vantage[] vantages;

    CauseTally tally;
    StageRates rates;
    FlowState flow;
    int failedRounds;
    private final Folding folding;
    private final long votedAt;

    DirectionJudge(Folding folding, Direction direction, DirectionState state, long now) {
        this(folding, direction, state, state.vantages().clone(), state.votedAt(), now);
    }

    /** @param vantages as they are after a vote; the judge's own */
    DirectionJudge(
            Folding folding, Direction direction, DirectionState state, Vantage[] vantages, long votedAt, long now) {
        this.folding = folding;
        this.direction = direction;
        this.settings = folding.settings;
        this.now = now;
        this.vantages = vantages;
        this.tally = state.tally();
        this.rates = state.rates();
        this.flow = state.flow();
        this.failedRounds = state.failedRounds();
        this.votedAt = votedAt;
    }

    DirectionState state() {
        return new DirectionState(vantages, tally, rates, flow, failedRounds, votedAt);
    }

    int score() {
        return EvidenceRule.score(vantages, now, liveMillis());
    }

    long liveMillis() {
        return settings.liveMillis(direction);
    }

    Severity severity() {
        return SeverityRule.judge(vantages, now, liveMillis());
    }

    boolean inMaintenance() {
        return settings.inMaintenance(now);
    }

    /** The rule fired: a calm direction is disrupted from now on, unless nothing may be raised. */
    void fire(Fired fired, Severity severity) {
        if (!(flow instanceof FlowState.Calm calm) || tally.isEmpty() || inMaintenance()) {
            return;
        }
        Cause cause = cause();
        Optional<FlowState.Cleared> before = calm.last().filter(last -> settings.isEvidence() && flaps(last));
        FlowState.Disrupted disrupted = before.map(last -> last.reopen(fired, severity, cause.causeKey()))
                .orElseGet(() -> calm.open(tally.since(), toldAt(), fired, severity, cause.causeKey()));
        flow = disrupted;
        Report report = report(disrupted, cause);
        folding.tell(
                before.isPresent()
                        ? new Finding.Reopened(toldAt(), direction, report)
                        : new Finding.Opened(toldAt(), direction, report));
    }

    /**
     * A vote against came while disrupted: tells if it is worse now, or something else. One more of the very fault that
     * was told changes neither.
     */
    void reconsider(FlowState.Disrupted disrupted, boolean sameFault) {
        boolean worst = disrupted.severity() == Severity.DOWN;
        if ((worst && sameFault) || inMaintenance()) {
            return;
        }
        Severity severity = settings.isEvidence() && !worst ? severity() : Severity.DOWN;
        boolean worse = severity.compareTo(disrupted.severity()) > 0;
        if (!worse && sameFault) {
            return;
        }
        Cause cause = cause();
        boolean other = !cause.causeKey().equals(disrupted.causeKey()) && CauseFinder.dominates(tally.counts(), cause);
        if (worse || other) {
            FlowState.Disrupted changed = disrupted.change(worse ? severity : disrupted.severity(), cause.causeKey());
            flow = changed;
            folding.tell(new Finding.Changed(toldAt(), direction, report(changed, cause)));
        }
    }

    /** The disruption is over; points and evidence begin anew. */
    void clear(FlowState.Disrupted disrupted, ClearReason reason) {
        folding.tell(new Finding.Cleared(toldAt(), direction, report(disrupted, cause()), reason));
        flow = disrupted.clear(toldAt());
        forgetEvidence();
    }

    /** What is open is over, for another reason than recovery. */
    void withdraw(ClearReason reason) {
        if (flow instanceof FlowState.Disrupted disrupted) {
            clear(disrupted, reason);
        }
        forgetEvidence();
        failedRounds = 0;
    }

    /** Points and evidence begin anew. */
    void forgetEvidence() {
        EvidenceRule.reset(vantages);
        tally = CauseTally.EMPTY;
    }

    Onlookers onlookers() {
        List<String> agreeing = new ArrayList<>();
        List<String> disagreeing = new ArrayList<>();
        for (Vantage vantage : vantages) {
            if (vantage.isLive(now, liveMillis())) {
                (vantage.points().value() > 0 ? agreeing : disagreeing).add(vantage.name());
            }
        }
        return new Onlookers(agreeing, disagreeing);
    }

    private Instant toldAt() {
        return Instant.ofEpochMilli(Math.max(now, folding.toldFrom));
    }

    private Cause cause() {
        Set<RouteKey> known = new HashSet<>();
        for (Vantage vantage : vantages) {
            for (int i = 0; i < vantage.routes(); i++) {
                known.add(vantage.route(i).key());
            }
        }
        return CauseFinder.find(tally, rates, known, onlookers(), settings.domain());
    }

    private Report report(FlowState.Disrupted disrupted, Cause cause) {
        Onlookers onlookers = onlookers();
        return new Report(
                Report.Kind.FLOW,
                disrupted.openedAt(),
                disrupted.detectedAt(),
                disrupted.fired(),
                disrupted.severity(),
                cause,
                onlookers.agreeing(),
                onlookers.disagreeing(),
                tally.evidence());
    }

    private boolean flaps(FlowState.Cleared last) {
        long hold = Math.max(FLAP_MILLIS, FLAP_ROUNDS * settings.intervalMillis());
        return now - last.clearedAt().toEpochMilli() <= hold;
    }
}
