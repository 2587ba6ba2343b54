package org.mailcontinuity.notifier.channel.incident;

import org.mailcontinuity.notifier.channel.Outgoing;

/** What a notice does to an incident. */
enum Turn {
    OPENS,
    IS_TAKEN,
    CLOSES;

    static Turn of(Outgoing outgoing) {
        return switch (outgoing.notice()) {
            case "RESOLVED", "ENDED" -> CLOSES;
            case "ACKNOWLEDGED" -> IS_TAKEN;
            default -> OPENS;
        };
    }
}
