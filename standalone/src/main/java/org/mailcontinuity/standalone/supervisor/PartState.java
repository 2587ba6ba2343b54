package org.mailcontinuity.standalone.supervisor;

/** How a part of an installation fares. */
public enum PartState {
    /** Waits for what it stands on. */
    WAITING,
    STARTING,
    READY,
    /** It runs, but says that it cannot work at the moment. */
    NOT_READY,
    /** It ended by itself and is started again after a pause. */
    RESTARTING,
    STOPPED
}
