package org.mailcontinuity.events.lifecycle;

/** What comes of a command. */
public sealed interface Decision {
    /** It is obeyed. */
    record Moved(Life next, Change change) implements Decision {}

    /** There is nothing to do; it may have been done already. */
    record Unchanged() implements Decision {}

    /** It is not obeyed. */
    record Denied(Denial rule) implements Decision {}
}
