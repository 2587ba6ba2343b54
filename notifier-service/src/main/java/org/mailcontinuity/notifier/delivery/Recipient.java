package org.mailcontinuity.notifier.delivery;

import java.util.List;
import java.util.UUID;
import org.mailcontinuity.notifier.contact.Address;

/** Somebody a notice is meant for. */
public sealed interface Recipient {
    UUID contactId();

    /** @param addresses in the order in which they are tried */
    record Known(UUID contactId, List<Address> addresses) implements Recipient {}

    /** No such contact has come yet, or it was deleted. */
    record Unknown(UUID contactId) implements Recipient {}
}
