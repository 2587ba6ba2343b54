package org.mailcontinuity.detection.observation;

/** How a check ended. */
public enum Outcome {
    SUCCESS,
    /** Got through, with a defect. */
    IMPAIRED,
    FAILURE,
    /** Our own fault or an abort: never evidence. */
    INCONCLUSIVE,
    /** An outcome this release does not know: treated as no evidence. */
    UNKNOWN
}
