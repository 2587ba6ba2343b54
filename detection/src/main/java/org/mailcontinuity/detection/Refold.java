package org.mailcontinuity.detection;

import java.util.ArrayList;
import java.util.List;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.history.CastVote;
import org.mailcontinuity.detection.history.ControlFailed;
import org.mailcontinuity.detection.history.Input;
import org.mailcontinuity.detection.history.Told;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.Fold;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detection.state.Segment;

/**
 * Takes an input to its place in event order.
 *
 * <ol>
 *   <li>An input behind all others is folded onto what is there: the common case.
 *   <li>One that belongs earlier is put in its place, and everything from the stretch of history on that it belongs to is
 *       folded again. A failed control check reaches back to the votes that it takes back.
 *   <li>If a fold finds something to tell of a direction, that it was told becomes an input of its own, so that a later
 *       refold neither withdraws it nor tells it twice.
 *   <li>Stretches that lie wholly more than two minutes back are settled: forgotten, once three minutes have come
 *       together.
 * </ol>
 *
 * <p>Worked example, one vantage, H = 48, a vote each 30 s: against at 30, 60, 90, 120, 150 and, held up for 70 s, the one
 * of 105 asked for as a confirmation, which comes at 175. In its place it makes the score 40 at 120 and 48 at 150: the
 * disruption is opened at once, as found at 175, and begun at 30. If the vote of 150 now turned out good, it would stay
 * open until enough good votes in a row have come.
 */
final class Refold {
    private static final long NEEDED = 120_000;
    private static final long TOO_LONG = 180_000;

    private Refold() {}

    /**
     * A monitor's inputs with one more, and what they come to.
     *
     * @param isDuplicate true if the input told again of a check that was known
     */
    record Result(Segment history, Fold fold, List<Finding> findings, boolean isDuplicate) {}

    /** What all inputs come to; folded now if the state was just read. */
    static Fold current(MonitorState state, DetectionSettings settings) {
        return state.fold().orElseGet(() -> resumed(state, settings).fold().orElseThrow());
    }

    /** A state that was just read, with its recent inputs folded. */
    static MonitorState resumed(MonitorState state, DetectionSettings settings) {
        if (state.fold().isPresent()) {
            return state;
        }
        Segment history = state.history();
        Segment rebuilt = Segment.startingWith(history.base());
        Fold fold = history.base();
        for (Input input : history.all()) {
            Fold after = new Folding(settings, state.latestMillis(), history, input).after(fold, input);
            rebuilt = rebuilt.append(input, fold);
            fold = after;
        }
        return state.folded(state.latestMillis(), rebuilt, fold);
    }

    /**
     * With one more input.
     *
     * @param latest the latest time known
     */
    static Result with(MonitorState state, Input input, DetectionSettings settings, long latest) {
        Fold before = current(state, settings);
        Segment history = state.history();
        Folding folding = new Folding(settings, state.latestMillis(), history, input);
        if (history.isInOrder(input) && !reachesBack(input, history, settings)) {
            Fold after = folding.after(before, input);
            return folding.isDuplicate()
                    ? new Result(history, before, List.of(), true)
                    : settle(folding, history.append(input, before), after, latest, false);
        }
        boolean again = input instanceof CastVote vote && isKnown(vote, history);
        Segment from = history.reaching(earliest(input, history, settings));
        Segment rebuilt = from.emptied();
        Fold fold = from.before();
        for (Input next : placed(history.since(from), input)) {
            Fold after = folding.after(fold, next);
            rebuilt = rebuilt.append(next, fold);
            fold = after;
        }
        return folding.isDuplicate()
                ? new Result(history, before, List.of(), true)
                : settle(folding, rebuilt, fold, latest, again);
    }

    private static Result settle(Folding folding, Segment history, Fold fold, long latest, boolean again) {
        Segment kept = history;
        for (Finding finding : folding.findings()) {
            Direction direction = finding.direction();
            DirectionState told = fold.watched(direction);
            Told input = new Told(fold.time(), direction, told.flow(), told.tally());
            kept = kept.append(input, fold);
        }
        if (kept.reachesBefore(latest - TOO_LONG)) {
            kept = kept.settledBefore(latest - NEEDED);
        }
        return new Result(kept, fold, folding.findings(), again);
    }

    private static List<Input> placed(List<Input> inputs, Input input) {
        List<Input> all = new ArrayList<>(inputs);
        int place = all.size();
        while (place > 0 && all.get(place - 1).isBehind(input)) {
            place--;
        }
        all.add(place, input);
        return all;
    }

    private static boolean isKnown(CastVote input, Segment history) {
        return history.any(known -> known instanceof CastVote vote && vote.isSameCheck(input));
    }

    private static boolean reachesBack(Input input, Segment history, DetectionSettings settings) {
        return input instanceof ControlFailed
                && history.any(known -> known instanceof CastVote vote && Folding.takesBack(input, vote, settings));
    }

    private static Input earliest(Input input, Segment history, DetectionSettings settings) {
        Input earliest = input;
        for (Input known : history.all()) {
            boolean takenBack = known instanceof CastVote vote && Folding.takesBack(input, vote, settings);
            if (takenBack && earliest.isBehind(known)) {
                earliest = known;
            }
        }
        return earliest;
    }
}
