package org.mailcontinuity.events.alert;

import java.time.Instant;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Severity;

/** What can happen to an alert. */
public sealed interface AlertCommand {
    /** The detector sees the disruption differently. */
    record Update(Severity severity, Cause cause) implements AlertCommand {}

    /** A cleared disruption came back. */
    record Reopen(Severity severity, Cause cause) implements AlertCommand {}

    /** The disruption is over. */
    record Clear() implements AlertCommand {}

    /** {@code by} declares the disruption over. */
    record Close(String by) implements AlertCommand {}

    /** {@code by} takes the alert. */
    record Acknowledge(String by) implements AlertCommand {}

    /** {@code by} silences the alert until {@code until}. */
    record Suspend(String by, Instant until) implements AlertCommand {}

    /** The clock moved on: a suspension whose time is over ends. */
    record Wake() implements AlertCommand {}

    /** A continuity event answers the alert, or changed. */
    record Answer(EventAnswer event) implements AlertCommand {}
}
