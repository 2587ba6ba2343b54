package org.mailcontinuity.contracts.alert;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.contact.ChannelType;

/**
 * A rung of the ladder by which an alert reaches people.
 *
 * @param afterUnacknowledged how long after the alert fired, if nobody has acknowledged it; zero to 7 days
 * @param contactIds who is told, 1 to 200
 * @param channels by which channels only; empty = by all that a contact has
 */
public record AlertStep(Duration afterUnacknowledged, List<UUID> contactIds, List<ChannelType> channels) {
    public AlertStep {
        Require.range("steps.afterUnacknowledged", afterUnacknowledged, Duration.ZERO, Duration.ofDays(7));
        contactIds = Require.list("steps.contactIds", contactIds, 200);
        Require.range("steps.contactIds", contactIds.size(), 1, 200);
        channels = Require.list("steps.channels", channels, 10);
    }
}
