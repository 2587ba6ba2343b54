package org.mailcontinuity.notifier.delivery;

/** What a delivery tells. */
public enum Notice {
    /** An alert fires: mail does not flow as it should. */
    FIRING,
    /** The alert is over. */
    RESOLVED,
    /** Somebody has taken the alert: told to systems that keep incidents of their own, and to nobody else. */
    ACKNOWLEDGED,
    /** A continuity event has begun. */
    STARTED,
    /** A continuity event has ended. */
    ENDED;

    /** Whether the subject is an alert; else it is a continuity event. */
    public boolean ofAlert() {
        return this == FIRING || this == RESOLVED || this == ACKNOWLEDGED;
    }
}
