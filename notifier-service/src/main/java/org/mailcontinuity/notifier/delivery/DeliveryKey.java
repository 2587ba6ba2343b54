package org.mailcontinuity.notifier.delivery;

import java.util.UUID;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.notifier.contact.Address;

/**
 * What a delivery is about. Its id follows from it, so that planning the same thing twice plans it once, and so that
 * every attempt, by whichever replica, carries the same id to the receiver.
 *
 * @param subjectId the alert or the continuity event
 * @param episode grows when the alert reopens or worsens
 * @param step which rung of the policy's ladder
 * @param round 0 for the first time, then one more for each repetition
 */
public record DeliveryKey(
        UUID subjectId, int episode, Notice notice, int step, UUID contactId, Address address, int round) {

    public UUID id() {
        return DerivedId.of(
                "delivery", subjectId, episode, notice, step, contactId, address.channel(), address.value(), round);
    }

    /** Names the one address of the one person: what goes there is counted together. */
    public UUID lane() {
        return DerivedId.of("lane", contactId, address.channel(), address.value());
    }

    /** Whether both tell the same to the same address, in whichever round. */
    boolean sameTelling(DeliveryKey other) {
        return subjectId.equals(other.subjectId)
                && episode == other.episode
                && notice == other.notice
                && step == other.step
                && contactId.equals(other.contactId)
                && address.reaches(other.address);
    }
}
