package org.mailcontinuity.events.alert;

/** What a command leads to. */
public sealed interface AlertDecision {
    /** The alert is now {@code alert}: store and publish it. */
    record Changed(Alert alert) implements AlertDecision {}

    /** Nothing changes, and nothing is wrong. */
    record Unchanged() implements AlertDecision {}

    /** The present state does not allow it. */
    record Refused(AlertRefusal refusal) implements AlertDecision {}
}
