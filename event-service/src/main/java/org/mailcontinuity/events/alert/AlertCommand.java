package org.mailcontinuity.events.alert;

import java.time.Instant;
import org.mailcontinuity.contracts.alert.EventAnswer;

/** What can happen to an alert. */
public sealed interface AlertCommand {
    /** The detector sees its disruptions differently: one joined, changed, or is over while others last. */
    record Update(Extent extent) implements AlertCommand {}

    /** One of its disruptions that was over came back. */
    record Reopen(Extent extent) implements AlertCommand {}

    /** The last of its disruptions is over. */
    record Clear(Extent extent) implements AlertCommand {}

    /** {@code by} declared the last of its disruptions over. */
    record Close(String by, Extent extent) implements AlertCommand {}

    /** {@code by} takes the alert. */
    record Acknowledge(String by) implements AlertCommand {}

    /** {@code by} silences the alert until {@code until}. */
    record Suspend(String by, Instant until) implements AlertCommand {}

    /** The clock moved on: a suspension whose time is over ends. */
    record Wake() implements AlertCommand {}

    /** A continuity event answers the alert, or changed. */
    record Answer(EventAnswer event) implements AlertCommand {}
}
