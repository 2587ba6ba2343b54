package org.mailcontinuity.probe.schedule;

import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.probe.sample.Round;

/** Runs one check of one direction, on a virtual thread of its own. */
@FunctionalInterface
public interface CheckTask {
    /**
     * @param claim by which the check says that it holds no connection any more, and asks whether its result is
     *     still wanted
     */
    void run(Round round, Direction direction, Claim claim) throws InterruptedException;

    /** What a running check holds of the schedule. */
    interface Claim {
        /** Gives the place back early, where only an arrival is waited for. May be called more than once. */
        void release();

        /** Whether the monitor is still this worker's, with the same definition. What is not wanted is not told. */
        boolean isWanted();
    }
}
