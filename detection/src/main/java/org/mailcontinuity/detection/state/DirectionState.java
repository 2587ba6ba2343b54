package org.mailcontinuity.detection.state;

import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.cause.StageRates;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * What the votes of one direction of a monitor have come to. Immutable; parts that did not change are shared with the
 * state before.
 */
public final class DirectionState {
    private static final Vantage[] NOBODY = {};

    /** A direction nobody has voted in. */
    public static final DirectionState NEW =
            new DirectionState(NOBODY, CauseTally.EMPTY, StageRates.NONE, FlowState.CALM, 0, 0);

    private final Vantage[] vantages;
    private final CauseTally tally;
    private final StageRates rates;
    private final FlowState flow;
    private final int failedRounds;
    private final long votedAt;
    private final Beside beside;

    /** @param vantages never changed afterwards */
    public DirectionState(
            Vantage[] vantages, CauseTally tally, StageRates rates, FlowState flow, int failedRounds, long votedAt) {
        this(vantages, tally, rates, flow, failedRounds, votedAt, Beside.NONE);
    }

    private DirectionState(
            Vantage[] vantages,
            CauseTally tally,
            StageRates rates,
            FlowState flow,
            int failedRounds,
            long votedAt,
            Beside beside) {
        this.vantages = vantages;
        this.tally = tally;
        this.rates = rates;
        this.flow = flow;
        this.failedRounds = failedRounds;
        this.votedAt = votedAt;
        this.beside = beside;
    }

    /** With what the rules beside know. */
    public DirectionState with(Beside known) {
        return known.equals(beside)
                ? this
                : new DirectionState(vantages, tally, rates, flow, failedRounds, votedAt, known);
    }

    /** With the time of the latest vote. */
    public DirectionState votedAt(long at) {
        return at == votedAt ? this : new DirectionState(vantages, tally, rates, flow, failedRounds, at, beside);
    }

    /** Who has looked, in the order they were first seen. Not to be changed. */
    public Vantage[] vantages() {
        return vantages;
    }

    /** What was seen since the evidence began. */
    public CauseTally tally() {
        return tally;
    }

    /** What fails in healthy times. */
    public StageRates rates() {
        return rates;
    }

    /** Whether mail flow is disrupted. */
    public FlowState flow() {
        return flow;
    }

    /** Failed rounds in the failure counter's current window. */
    public int failedRounds() {
        return failedRounds;
    }

    /** What LATENCY, VOLUME and BURN_RATE know. */
    public Beside beside() {
        return beside;
    }

    /**
     * Event time of the latest vote, or of the latest report of real mail where nobody probes; epoch milliseconds, 0 if
     * there was none.
     */
    public long votedAt() {
        return votedAt;
    }

    /** True if nothing speaks against mail flow, so that a good vote changes no judgement. */
    public boolean isClear() {
        return tally.isEmpty() && flow instanceof FlowState.Calm && beside.isClear();
    }
}
