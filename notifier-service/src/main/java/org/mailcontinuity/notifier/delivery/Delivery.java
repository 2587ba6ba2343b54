package org.mailcontinuity.notifier.delivery;

import java.time.Instant;
import org.mailcontinuity.notifier.contact.Address;

/** One thing to tell one person over one address, once. */
public record Delivery(DeliveryKey key, Instant plannedAt, Progress progress) {

    /** Whether the person has been told, as far as the provider knows. */
    public boolean told() {
        return switch (progress) {
            case Progress.Sent sent -> true;
            case Progress.Confirmed confirmed -> true;
            case Progress.Pending pending -> false;
            case Progress.Failed failed -> false;
        };
    }

    public boolean pending() {
        return progress instanceof Progress.Pending;
    }

    /** Whether the address is known not to work: whoever needs the person now takes the next one. */
    public boolean hopeless() {
        return progress instanceof Progress.Failed(Instant at, Progress.Failure failure)
                && failure != Progress.Failure.SUPERSEDED;
    }

    public Address address() {
        return key.address();
    }
}
