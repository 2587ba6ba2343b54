package org.mailcontinuity.detection.disruption;

/** Why a disruption ended. */
public enum ClearReason {
    /** The rule says that mail flows again, or somebody sees it again. */
    RECOVERED,
    MONITOR_DELETED,
    MONITOR_DISABLED,
    /** The direction is no longer checked. */
    MONITOR_CHANGED
}
