package org.mailcontinuity.notifier.delivery;

import java.util.List;
import java.util.UUID;
import org.mailcontinuity.notifier.contact.Address;

/**
 * One telling of one notice by one step of the ladder.
 *
 * @param channels by which channels; empty = by all that a person has
 * @param round 0 for the first time, then one more for each repetition
 */
public record Rung(UUID subjectId, int episode, Notice notice, int step, List<String> channels, int round) {

    boolean names(String channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    DeliveryKey to(UUID contactId, Address address) {
        return new DeliveryKey(subjectId, episode, notice, step, contactId, address, round);
    }

    /** Whether {@code delivery} tells what {@code key} would, in whichever round. */
    boolean covers(Delivery delivery, DeliveryKey key) {
        return delivery.key().sameTelling(key);
    }
}
