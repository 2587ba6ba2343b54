package org.mailcontinuity.events.trial;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;

/** What came of trying a contact's addresses. */
public record TrialView(UUID contactId, List<Result> results) {

    /**
     * @param outcome {@code SENT}: handed over; {@code CONFIRMED}: the receiver has it; {@code FAILED}
     * @param via the relay, provider or host that was asked last
     * @param reply what it answered, or why it could not be asked
     */
    public record Result(
            ChannelType channel,
            String address,
            String outcome,
            Optional<String> via,
            Optional<String> reply,
            Instant at,
            long tookMillis) {

        public boolean worked() {
            return !outcome.equals("FAILED");
        }

        UUID addressId() {
            return new ContactChannel(channel, address, Optional.empty()).addressId();
        }
    }
}
