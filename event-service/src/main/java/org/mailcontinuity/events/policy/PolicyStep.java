package org.mailcontinuity.events.policy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.contact.ChannelType;

/**
 * A rung of the ladder.
 *
 * @param contactIds who is told
 * @param groupIds contact groups whose members are told
 * @param channels by which channels only; empty = by all that a contact has
 * @param afterUnacknowledged how long after the alert fired, if nobody acknowledged it (default at once)
 */
public record PolicyStep(
        List<UUID> contactIds, List<UUID> groupIds, List<ChannelType> channels, Duration afterUnacknowledged) {
    public PolicyStep {
        contactIds = Require.list("contactIds", contactIds, 200);
        groupIds = Require.list("groupIds", groupIds, 50);
        channels = Require.list("channels", channels, 10);
        afterUnacknowledged = Require.orElse(afterUnacknowledged, Duration.ZERO);
    }
}
