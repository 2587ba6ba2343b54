package org.mailcontinuity.detector.replay;

import java.util.UUID;
import org.mailcontinuity.detection.disruption.Finding;

/** Is told what a replay comes to, in order. */
public interface ReplayListener {
    /** The core found something. */
    void found(UUID monitorId, Finding finding);

    /** A line is of no use, for that reason. */
    void skipped(long line, String reason);
}
