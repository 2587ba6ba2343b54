package org.mailcontinuity.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.history.CastVote;
import org.mailcontinuity.detection.history.ControlFailed;
import org.mailcontinuity.detection.history.Input;
import org.mailcontinuity.detection.history.MailCounted;
import org.mailcontinuity.detection.history.TimePassed;
import org.mailcontinuity.detection.history.Told;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Vote;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.Fold;
import org.mailcontinuity.detection.state.Segment;

/**
 * Folds inputs, one by one and in event order, and keeps what there is to tell of it.
 *
 * <ol>
 *   <li>Windows of the failure counter that are over when an input comes are counted first ({@link WindowStep}).
 *   <li>A vote is counted and judged in its direction ({@link VoteStep}). A vote against has none if the vantage's own
 *       network check failed in the same round or the next: what it saw was its own fault.
 *   <li>What was told stays told: at that place the direction takes up the state that was told, and what was found before
 *       it is not told again.
 * </ol>
 */
final class Folding {
    final DetectionSettings settings;

    /** The earliest time at which anything can be told: a late input does not change when it was found. */
    final long toldFrom;

    private final Segment history;
    private final Input newest;
    private final List<Finding> findings = new ArrayList<>(0);
    private boolean duplicate;

    /**
     * Begins a fold.
     *
     * @param history where failed control checks are looked for
     * @param newest the input that came last, which may not be in the history yet
     */
    Folding(DetectionSettings settings, long toldFrom, Segment history, Input newest) {
        this.settings = settings;
        this.toldFrom = toldFrom;
        this.history = history;
        this.newest = newest;
    }

    /** The fold with one more input. */
    Fold after(Fold before, Input input) {
        return switch (input) {
            case CastVote vote -> voted(before, vote);
            case ControlFailed control -> before.at(Math.max(before.time(), control.at()));
            case MailCounted mail -> counted(before, mail);
            case TimePassed passed -> passTo(before, passed.at()).at(Math.max(before.time(), passed.at()));
            case Told told -> told(before, told);
        };
    }

    /** What there is to tell of what was folded, in order. */
    List<Finding> findings() {
        return findings;
    }

    void tell(Finding finding) {
        findings.add(finding);
    }

    /** True if the newest input turned out to be a vote that had been cast before. */
    boolean isDuplicate() {
        return duplicate;
    }

    private Fold voted(Fold before, CastVote vote) {
        if (!before.watches(vote.direction())) {
            return before;
        }
        long now = Math.max(before.time(), vote.at());
        Fold passed = passTo(before, now);
        if (vote.vote().isAgainst() && isTakenBack(vote)) {
            return passed.at(now);
        }
        DirectionState known = passed.watched(vote.direction());
        DirectionState voted = new VoteStep(this, known, vote, now).voted();
        if (voted == known && vote.equals(newest)) {
            duplicate = true;
        }
        return passed.with(now, vote.direction(), voted);
    }

    private Fold passTo(Fold before, long now) {
        Fold passed =
                now < before.windowStart() + settings.windowMillis() ? before : WindowStep.pass(this, before, now);
        return settings.extras().volume() ? VolumeStep.pass(this, passed, now) : passed;
    }

    private Fold counted(Fold before, MailCounted mail) {
        if (!before.watches(mail.direction())) {
            return before;
        }
        long now = Math.max(before.time(), mail.at());
        Fold passed = passTo(before, now);
        DirectionState known = passed.watched(mail.direction());
        return passed.with(now, mail.direction(), VolumeStep.counted(this, known, mail, now));
    }

    private boolean isTakenBack(CastVote vote) {
        return takesBack(newest, vote, settings) || history.any(input -> takesBack(input, vote, settings));
    }

    /** True if a failed control check takes a vote back. */
    static boolean takesBack(Input input, CastVote vote, DetectionSettings settings) {
        if (!(input instanceof ControlFailed control) || vote.vote() == Vote.GOOD) {
            return false;
        }
        long interval = settings.intervalMillis();
        long rounds = Math.floorDiv(control.scheduledAt(), interval) - Math.floorDiv(vote.scheduledAt(), interval);
        return (rounds == 0 || rounds == 1) && control.vantage().equals(vote.vantage());
    }

    private Fold told(Fold before, Told told) {
        if (!before.watches(told.direction())) {
            return before;
        }
        long now = Math.max(before.time(), told.at());
        findings.removeIf(finding -> finding.direction() == told.direction());
        DirectionState known = before.watched(told.direction());
        if (known.flow().equals(told.flow())) {
            return before.at(now);
        }
        DirectionJudge judge = new DirectionJudge(this, told.direction(), known, now);
        boolean over = known.flow() instanceof FlowState.Disrupted && told.flow() instanceof FlowState.Calm;
        judge.flow = told.flow();
        if (over) {
            judge.forgetEvidence();
        } else if (judge.tally.isEmpty()) {
            judge.tally = told.tally();
        }
        return before.with(now, told.direction(), judge.state());
    }

    /** A view of a direction as it is at a time, to ask and not to change. */
    static DirectionJudge view(DetectionSettings settings, Direction direction, DirectionState state, long at) {
        Segment nothing = Segment.startingWith(Fold.of(at, at, 0, Map.of()));
        return new DirectionJudge(new Folding(settings, at, nothing, new TimePassed(at)), direction, state, at);
    }
}
