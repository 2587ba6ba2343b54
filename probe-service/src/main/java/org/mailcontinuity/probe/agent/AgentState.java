package org.mailcontinuity.probe.agent;

import java.util.List;
import java.util.Map;
import org.mailcontinuity.probe.follow.FileMark;
import org.mailcontinuity.probe.maillog.LogMemory;

/**
 * All that the agent knows at one moment, so that after a restart it goes on as if there had been none: what is behind
 * the positions is counted or spooled, what is after them will be read.
 *
 * @param version of this form
 * @param sealedUpTo the first minute still open, seconds since 1970
 * @param logs by path
 * @param open the open minutes
 * @param spool lines that were not yet taken
 */
record AgentState(
        int version, long sealedUpTo, Map<String, LogState> logs, List<MinuteTally.Saved> open, List<String> spool) {
    static final int VERSION = 1;

    /** One log: how far its files were read, and what its reader remembers. */
    record LogState(List<FileMark> files, LogMemory.Saved memory) {}
}
