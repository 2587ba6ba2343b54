package org.mailcontinuity.notifier.proof;

import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.notifier.contact.Address;

/**
 * @param requestedBy who wants the test; stands in its text
 * @param channel with {@code address}: only this address of the contact; all of them where absent
 * @param code six digits for the person to tell, to prove that the address is theirs
 */
public record TestRequest(
        UUID contactId, String requestedBy, Optional<String> channel, Optional<String> address, Optional<String> code) {
    public TestRequest {
        Require.present("contactId", contactId);
        Require.text("requestedBy", requestedBy, 1, 200);
        channel = Require.orElse(channel, Optional.empty());
        address = Require.orElse(address, Optional.empty());
        code = Require.orElse(code, Optional.empty());
        Require.optionalText("code", code, 20);
    }

    boolean concerns(Address candidate) {
        return channel.filter(name -> !name.equals(candidate.channel())).isEmpty()
                && address.filter(value -> !value.equals(candidate.value())).isEmpty();
    }
}
