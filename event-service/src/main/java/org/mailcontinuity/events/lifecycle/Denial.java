package org.mailcontinuity.events.lifecycle;

/** Why a command is not obeyed. */
public enum Denial {
    ALREADY_STARTED("The event has started."),
    ALREADY_ENDED("The event has ended."),
    ALREADY_CANCELLED("The event was cancelled."),
    NOT_STARTED("The event has not started; it can be cancelled."),
    UNTIL_NOT_AFTER_FROM("until must be after from."),
    SPAN_TOO_SHORT("An event lasts at least 5 minutes."),
    SPAN_TOO_LONG("An event lasts at most 30 days."),
    SPAN_OVER("until must be in the future."),
    EXTENSION_NOT_POSITIVE("An extension must be longer than nothing."),
    EXTENSION_BEYOND_LIMIT("With this extension the event would last longer than 30 days."),
    END_NOT_LATER("The new end must be later than the present one.");

    private final String sentence;

    Denial(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
