package org.mailcontinuity.events.timeline;

/** Kinds of things that happen to a disruption. */
public enum TimelineKind {
    OPENED,
    SEVERITY_CHANGED,
    CAUSE_CHANGED,
    REOPENED,
    CLEARED,
    CLOSED,
    ACKNOWLEDGED,
    SUSPENDED,
    SUSPENSION_ENDED,
    EVENT_CREATED,
    EVENT_UPDATED,
    EVENT_STARTED,
    EVENT_EXTENDED,
    EVENT_ENDED,
    EVENT_CANCELLED,
    EVENT_MISSED,
    NOTIFIED,
    NOTIFICATION_FAILED
}
