package org.mailcontinuity.contracts.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.contact.ChannelType;

/**
 * One attempt to tell one person something over one channel.
 *
 * @param deliveryId derived from what is told to whom; the same for all attempts
 * @param alertId the alert told of; exactly one of it and {@code eventId} is present
 * @param eventId the continuity event told of
 * @param episode the alert's episode, 1 for an event
 * @param step the step of the policy, from 0
 * @param contactId the contact; for a member of an audience, its {@code id}
 * @param round from 0; grows with each repetition
 * @param attempt from 1
 * @param via the relay, provider or host that was asked
 * @param reply what it answered, at most 512 characters
 * @param nextAttemptAt when it is tried again, for {@link AttemptOutcome#RETRYING}
 * @param addressId the channel's {@link org.mailcontinuity.contracts.contact.ContactChannel#addressId() address id}
 * @param badAddress whether the address itself was refused for good, so that nothing more is sent to it (default no)
 */
public record NotificationAttempted(
        UUID deliveryId,
        Optional<UUID> alertId,
        Optional<UUID> eventId,
        int episode,
        Notice notice,
        int step,
        UUID contactId,
        ChannelType channel,
        int round,
        int attempt,
        Instant at,
        AttemptOutcome outcome,
        Optional<String> via,
        Optional<String> reply,
        Optional<Instant> nextAttemptAt,
        Optional<UUID> addressId,
        Boolean badAddress)
        implements Message {

    public NotificationAttempted {
        Require.present("deliveryId", deliveryId);
        Require.range("episode", episode, 1, Integer.MAX_VALUE);
        Require.present("notice", notice);
        Require.range("step", step, 0, 10);
        Require.present("contactId", contactId);
        Require.present("channel", channel);
        Require.range("round", round, 0, Integer.MAX_VALUE);
        Require.range("attempt", attempt, 1, Integer.MAX_VALUE);
        Require.present("at", at);
        Require.present("outcome", outcome);
        Require.optionalText("via", via, 300);
        Require.optionalText("reply", reply, 512);
        addressId = Require.orElse(addressId, Optional.empty());
        badAddress = Require.orElse(badAddress, Boolean.FALSE);
        if (alertId.isPresent() == eventId.isPresent()) {
            throw new ContractViolation("alertId", "must be present exactly when eventId is absent", alertId);
        }
    }

    /** What is told of: the alert or the event. */
    @Override
    public String key() {
        return alertId.or(() -> eventId).orElseThrow().toString();
    }
}
