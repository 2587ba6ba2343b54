package org.mailcontinuity.probe.maillog;

import java.util.List;

/** What a line turned out to be. */
public sealed interface Reading {
    record Told(List<MessageFate> deliveries) implements Reading {
        public Told {
            deliveries = List.copyOf(deliveries);
        }
    }

    /** A line as such a log has them, about something else. */
    record Nothing() implements Reading {}

    /** No line of such a log. */
    record Malformed() implements Reading {}

    static Reading of(MessageFate delivery) {
        return new Told(List.of(delivery));
    }
}
