package org.mailcontinuity.notifier.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.notifier.contact.Address;

/** Somebody a notice is meant for. */
public sealed interface Recipient {
    UUID contactId();

    /**
     * @param addresses in the order in which they are tried
     * @param quietUntil until when the person is not to be disturbed; absent = now they may
     */
    record Known(UUID contactId, List<Address> addresses, Optional<Instant> quietUntil) implements Recipient {
        public Known(UUID contactId, List<Address> addresses) {
            this(contactId, addresses, Optional.empty());
        }
    }

    /** No such contact has come yet, or it was deleted. */
    record Unknown(UUID contactId) implements Recipient {}
}
