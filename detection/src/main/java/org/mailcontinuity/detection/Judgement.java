package org.mailcontinuity.detection;

import java.util.List;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.state.MonitorState;

/**
 * What a step of the core comes to: the state to keep, and what there is to tell, in order.
 *
 * @param reception what became of the observation, if there was one
 * @param asksForConfirmation true if the other vantages should look at once: {@link Suspicion}
 */
public record Judgement(MonitorState state, List<Finding> findings, Reception reception, boolean asksForConfirmation) {

    /** A step that asks for nothing. */
    public Judgement(MonitorState state, List<Finding> findings, Reception reception) {
        this(state, findings, reception, false);
    }

    /** What became of an observation. */
    public enum Reception {
        /** There was none: time passed, or settings changed. */
        NONE,
        /** It voted. */
        VOTED,
        /** It has no vote: asked for by hand, or inconclusive. */
        WITHOUT_VOTE,
        /** It had voted before. */
        DUPLICATE,
        /** It came too late to be judged. */
        LATE,
        /** Its direction is not watched. */
        UNWATCHED
    }
}
