package org.mailcontinuity.notifier.delivery;

import java.time.Instant;
import java.util.Optional;

/** How far a delivery has come. */
public sealed interface Progress {

    /** @param troubledSince when its first attempt was put off; absent while none was */
    record Pending(Optional<Instant> troubledSince) implements Progress {}

    /** The provider took it. */
    record Sent(Instant at) implements Progress {}

    /** The receiver itself has it. */
    record Confirmed(Instant at) implements Progress {}

    record Failed(Instant at, Failure failure) implements Progress {}

    /** Why a delivery is not tried again. */
    enum Failure {
        /** The other side will never take it: no such mailbox, no such number. */
        REFUSED,
        /** Put off for too long. */
        GAVE_UP,
        /** There is nothing to tell any more, before it could be told. */
        SUPERSEDED,
        /** The contact was deleted. */
        CONTACT_GONE
    }
}
