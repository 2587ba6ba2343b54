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
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.Sight;
import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.RouteKey;
import org.mailcontinuity.detection.vantage.Vantage;

/** One step of one direction: takes a state apart, moves the life of its disruption, and puts it together again. */
final class DirectionJudge {
    private static final long FLAP_MILLIS = 1_800_000;
    private static final int FLAP_ROUNDS = 3;

    final Direction direction;
    final DetectionSettings settings;
    final Instant now;
    final List<Finding> findings;
    List<Vantage> vantages;
    CauseTally tally;
    StageRates rates;
    FlowState flow;
    Sight sight;
    int failedRounds;

    DirectionJudge(
            Direction direction,
            DirectionState state,
            DetectionSettings settings,
            Instant now,
            List<Finding> findings) {
        this.direction = direction;
        this.settings = settings;
        this.now = now;
        this.findings = findings;
        this.vantages = state.vantages();
        this.tally = state.tally();
        this.rates = state.rates();
        this.flow = state.flow();
        this.sight = state.sight();
        this.failedRounds = state.failedRounds();
    }

    DirectionState state() {
        return new DirectionState(vantages, tally, rates, flow, sight, failedRounds);
    }

    int score() {
        return EvidenceRule.score(vantages, now.toEpochMilli(), liveMillis());
    }

    long liveMillis() {
        return settings.live(direction).toMillis();
    }

    Severity severity() {
        return SeverityRule.judge(vantages, now.toEpochMilli(), liveMillis());
    }

    boolean inMaintenance() {
        return settings.inMaintenance(now);
    }

    /** The rule fired: a calm direction is disrupted from now on, unless nothing may be raised. */
    void fire(Fired fired, Severity severity, Instant at) {
        if (!(flow instanceof FlowState.Calm calm) || tally.isEmpty() || inMaintenance()) {
            return;
        }
        Cause cause = cause();
        Optional<FlowState.Cleared> before =
                calm.last().filter(last -> settings.rule() instanceof DetectionRule.Evidence && flaps(last, at));
        FlowState.Disrupted disrupted = before.map(last -> last.reopen(fired, severity, cause.causeKey()))
                .orElseGet(() -> calm.open(tally.since(), at, fired, severity, cause.causeKey()));
        flow = disrupted;
        Report report = report(disrupted, cause);
        findings.add(
                before.isPresent()
                        ? new Finding.Reopened(at, direction, report)
                        : new Finding.Opened(at, direction, report));
    }

    /** A vote against came while disrupted: tells if it is worse now, or something else. */
    void reconsider(FlowState.Disrupted disrupted, Severity severity) {
        if (inMaintenance()) {
            return;
        }
        Cause cause = cause();
        boolean worse = severity.compareTo(disrupted.severity()) > 0;
        boolean other = !cause.causeKey().equals(disrupted.causeKey()) && CauseFinder.dominates(tally.counts(), cause);
        if (worse || other) {
            FlowState.Disrupted changed = disrupted.change(worse ? severity : disrupted.severity(), cause.causeKey());
            flow = changed;
            findings.add(new Finding.Changed(now, direction, report(changed, cause)));
        }
    }

    /** The disruption is over; points and evidence begin anew. */
    void clear(FlowState.Disrupted disrupted, Instant at, ClearReason reason) {
        findings.add(new Finding.Cleared(at, direction, report(disrupted, cause()), reason));
        flow = disrupted.clear(at);
        vantages = EvidenceRule.reset(vantages);
        tally = CauseTally.EMPTY;
    }

    /** What is open is over, for another reason than recovery. */
    void withdraw(ClearReason reason) {
        if (flow instanceof FlowState.Disrupted disrupted) {
            clear(disrupted, now, reason);
        }
        sight.blindness().ifPresent(blindness -> {
            findings.add(new Finding.Cleared(now, direction, Blindness.report(this, blindness), reason));
            sight = Sight.watching(now);
        });
        vantages = EvidenceRule.reset(vantages);
        tally = CauseTally.EMPTY;
        failedRounds = 0;
    }

    Onlookers onlookers() {
        List<String> agreeing = new ArrayList<>();
        List<String> disagreeing = new ArrayList<>();
        for (Vantage vantage : vantages) {
            if (vantage.isLive(now.toEpochMilli(), liveMillis())) {
                (vantage.points().value() > 0 ? agreeing : disagreeing).add(vantage.name());
            }
        }
        return new Onlookers(agreeing, disagreeing);
    }

    private Cause cause() {
        Set<RouteKey> known = new HashSet<>();
        for (Vantage vantage : vantages) {
            for (RouteHistory history : vantage.routes()) {
                known.add(history.key());
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

    private boolean flaps(FlowState.Cleared last, Instant at) {
        long hold = Math.max(FLAP_MILLIS, FLAP_ROUNDS * settings.interval().toMillis());
        return at.toEpochMilli() - last.clearedAt().toEpochMilli() <= hold;
    }
}
