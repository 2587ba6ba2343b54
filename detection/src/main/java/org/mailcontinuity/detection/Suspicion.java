package org.mailcontinuity.detection;

import org.mailcontinuity.detection.history.CastVote;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.MonitorState;

/**
 * When the other vantages are asked to look at once, which tells an outage from a chance in seconds.
 *
 * <ol>
 *   <li>Only where the settings say so.
 *   <li>On the first vote against of a direction of which nothing was held against, and not in maintenance.
 *   <li>At most once in 60 s and monitor, so that a line that always loses a little does not double the checks.
 *   <li>What the others then see is a vote like any other, beside their own rounds: {@code VoteStep}.
 * </ol>
 *
 * <p>Worked example: nothing against; at 12:00:30 a vantage fails: asked. At 12:00:40 another one, at 12:00:50 a third: not
 * asked, for there is something against already. All good again for two minutes; at 12:03:30 one fails: asked. Had it
 * been good for half a minute only, it would not be asked.
 */
final class Suspicion {
    private static final long PAUSE_MILLIS = 60_000;

    private Suspicion() {}

    /** True if a vote gives reason to ask. */
    static boolean asks(
            MonitorState state,
            DirectionState before,
            DirectionState after,
            CastVote vote,
            DetectionSettings settings) {
        return settings.extras().confirmations()
                && vote.vote().isAgainst()
                && !vote.confirmation()
                && before.isClear()
                && !after.tally().isEmpty()
                && !settings.inMaintenance(vote.at())
                && vote.at() - state.askedAt() >= PAUSE_MILLIS;
    }
}
