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
import org.mailcontinuity.detection.latency.Slowness;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.Beside;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.vantage.RouteKey;
import org.mailcontinuity.detection.vantage.Vantage;
import org.mailcontinuity.detection.volume.Lull;

/** One step of one direction: takes a state apart, moves the life of its disruption, and puts it together again. */
final class DirectionJudge {
    private static final long FLAP_MILLIS = 1_800_000;
    private static final int FLAP_ROUNDS = 3;
    private static final long LONGEST_HOLD = 3 * 86_400_000L;

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
    Beside beside;
    private final Beside besideBefore;
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
        this.beside = state.beside();
        this.besideBefore = state.beside();
    }

    DirectionState state() {
        return new DirectionState(vantages, tally, rates, flow, failedRounds, votedAt).with(beside);
    }

    int score() {
        return EvidenceRule.score(vantages, now, liveMillis());
    }

    long liveMillis() {
        return settings.liveMillis(direction);
    }

    /** Empty while it is not decided. */
    Optional<Severity> severity() {
        return SeverityRule.judge(vantages, now, liveMillis());
    }

    boolean inMaintenance() {
        return settings.inMaintenance(now);
    }

    /**
     * The chosen rule fired: a calm direction is disrupted from now on, unless nothing may be raised; a disruption that
     * another rule held is this one's.
     */
    void fire(Fired fired, Severity severity) {
        if (tally.isEmpty() || inMaintenance()) {
            return;
        }
        switch (flow) {
            case FlowState.Calm calm -> open(calm, new BesideCase(fired, severity, tally.since(), cause()));
            case FlowState.Disrupted disrupted -> {
                if (BesideCase.holds(disrupted)) {
                    change(disrupted, fired, severity, cause());
                }
            }
        }
    }

    /** What LATENCY and VOLUME hold against mail flow opens, worsens or keeps a disruption, or lets it go. */
    void judgeBeside() {
        if (inMaintenance()) {
            beside = beside.withoutSlowness();
            return;
        }
        boolean held = flow instanceof FlowState.Disrupted disrupted && BesideCase.holds(disrupted);
        if (beside.isClear() && !held) {
            return;
        }
        Optional<BesideCase> found = besideCase(beside);
        switch (flow) {
            case FlowState.Calm calm -> found.ifPresent(worst -> open(calm, worst));
            case FlowState.Disrupted disrupted -> {
                if (found.isEmpty() && held) {
                    clear(disrupted, ClearReason.RECOVERED);
                } else if (found.filter(worst -> worst.severity().compareTo(disrupted.severity()) > 0)
                        .isPresent()) {
                    BesideCase worst = found.get();
                    change(disrupted, held ? worst.fired() : disrupted.fired(), worst.severity(), worst.cause());
                }
            }
        }
    }

    /** True if mail gets through, but too slowly for the disruption to be over. */
    boolean isSlow() {
        return beside.speed().slowness().isSlow();
    }

    private Optional<BesideCase> besideCase(Beside known) {
        Slowness slowness = known.speed().slowness();
        Optional<BesideCase> slow = slowness.isSlow()
                ? Optional.of(BesideCase.slow(
                        slowness,
                        settings.evidenceThreshold(),
                        direction,
                        settings.domain(),
                        onlookers().agreeing()))
                : Optional.empty();
        return silence(known.volume().lull())
                .filter(silent -> slow.isEmpty() || silent.severity().compareTo(Severity.DEGRADED) > 0)
                .or(() -> slow);
    }

    /** Silence counts if the probes half agree, or if nobody probes and it is silence on any day; then until it is over. */
    private Optional<BesideCase> silence(Lull lull) {
        if (lull.kind() == Lull.Kind.NONE) {
            return Optional.empty();
        }
        boolean held = flow instanceof FlowState.Disrupted disrupted
                && disrupted.fired().rule().equals(BesideCase.VOLUME);
        boolean alone = lull.kind() == Lull.Kind.SILENT && looking() == 0;
        return held || alone || 2 * score() >= settings.evidenceThreshold()
                ? Optional.of(BesideCase.silent(lull, direction, settings.domain()))
                : Optional.empty();
    }

    /** True if a good vote is a measure of healthy times: it is not slow, or slow for three days now. */
    boolean isMeasure(boolean late) {
        boolean lasting = flow instanceof FlowState.Disrupted disrupted
                && now - disrupted.detectedAt().toEpochMilli() > LONGEST_HOLD;
        return !inMaintenance() && (lasting || (flow instanceof FlowState.Calm && !late));
    }

    /** How many vantages look. */
    int looking() {
        int looking = 0;
        for (Vantage vantage : vantages) {
            looking += vantage.isLive(now, liveMillis()) ? 1 : 0;
        }
        return looking;
    }

    private void open(FlowState.Calm calm, BesideCase found) {
        String key = found.cause().causeKey();
        Optional<FlowState.Cleared> before = calm.last().filter(last -> !settings.isFailureCounter() && flaps(last));
        FlowState.Disrupted disrupted = before.map(last -> last.reopen(found.fired(), found.severity(), key))
                .orElseGet(() -> calm.open(earlier(found.since()), toldAt(), found.fired(), found.severity(), key));
        flow = disrupted;
        Cause cause = found.cause();
        Report report = report(disrupted, cause);
        folding.tell(
                before.isPresent()
                        ? new Finding.Reopened(toldAt(), direction, report)
                        : new Finding.Opened(toldAt(), direction, report));
    }

    private void change(FlowState.Disrupted disrupted, Fired fired, Severity severity, Cause cause) {
        Severity worse = severity.compareTo(disrupted.severity()) > 0 ? severity : disrupted.severity();
        FlowState.Disrupted changed = disrupted.change(fired, worse, cause.causeKey());
        flow = changed;
        folding.tell(new Finding.Changed(toldAt(), direction, report(changed, cause)));
    }

    private Instant earlier(Instant since) {
        return since.isBefore(toldAt()) ? since : toldAt();
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
        Severity severity =
                !settings.isFailureCounter() && !worst ? severity().orElse(disrupted.severity()) : Severity.DOWN;
        boolean worse = severity.compareTo(disrupted.severity()) > 0;
        if (!worse && sameFault) {
            return;
        }
        Cause cause = cause();
        boolean other = !cause.causeKey().equals(disrupted.causeKey()) && CauseFinder.dominates(tally.counts(), cause);
        if (worse || other) {
            change(disrupted, disrupted.fired(), severity, cause);
        }
    }

    /** The disruption is over; points and evidence begin anew. */
    void clear(FlowState.Disrupted disrupted, ClearReason reason) {
        folding.tell(new Finding.Cleared(toldAt(), direction, report(disrupted, causeOf(disrupted)), reason));
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
        beside = beside.withoutSlowness();
    }

    Onlookers onlookers() {
        List<String> agreeing = new ArrayList<>();
        List<String> disagreeing = new ArrayList<>();
        for (Vantage vantage : vantages) {
            if (vantage.isLive(now, liveMillis())) {
                boolean agrees = vantage.points().value() > 0
                        || beside.speed().slowness().agrees(vantage.name());
                (agrees ? agreeing : disagreeing).add(vantage.name());
            }
        }
        return new Onlookers(agreeing, disagreeing);
    }

    private Instant toldAt() {
        return Instant.ofEpochMilli(Math.max(now, folding.toldFrom));
    }

    /** The cause of what is open, as it was last seen. */
    private Cause causeOf(FlowState.Disrupted disrupted) {
        return BesideCase.holds(disrupted) || tally.isEmpty()
                ? besideCase(besideBefore)
                        .or(() -> besideCase(beside))
                        .map(BesideCase::cause)
                        .orElseGet(() -> unknown(disrupted))
                : cause();
    }

    private static Cause unknown(FlowState.Disrupted disrupted) {
        return new Cause(
                Optional.empty(), Optional.empty(), Optional.empty(), disrupted.causeKey(), disrupted.causeKey(), 0);
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
