package org.mailcontinuity.events.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.ChannelType;

/**
 * What the notifier is asked to send.
 *
 * @param requestedBy who wants it; stands in the text
 * @param channel with {@code address}: only to this one; to all of the contact's where absent
 * @param code for the person to tell, to prove that the address is theirs
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TrialRequest(
        UUID contactId,
        String requestedBy,
        Optional<ChannelType> channel,
        Optional<String> address,
        Optional<String> code) {

    static TrialRequest ofAll(UUID contactId, String requestedBy) {
        return new TrialRequest(contactId, requestedBy, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
