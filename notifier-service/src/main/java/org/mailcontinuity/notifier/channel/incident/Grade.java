package org.mailcontinuity.notifier.channel.incident;

import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.template.Facts;

/** How urgent a notice is, as systems of incidents see it. */
enum Grade {
    CRITICAL("critical", "P1"),
    WARNING("warning", "P3"),
    INFORMATION("info", "P5");

    final String word;
    final String priority;

    Grade(String word, String priority) {
        this.word = word;
        this.priority = priority;
    }

    static Grade of(Outgoing outgoing) {
        return switch (outgoing.facts()) {
            case Facts.OfAlert alert -> alert.severity().equals("DOWN") ? CRITICAL : WARNING;
            case Facts.OfEvent event -> INFORMATION;
            case Facts.OfTest test -> INFORMATION;
            case Facts.OfSelf self -> CRITICAL;
        };
    }
}
