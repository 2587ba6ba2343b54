package org.mailcontinuity.events.trial;

import java.time.Instant;
import java.util.UUID;

/** A code that is out: where, and until when and how often it can be given. */
public record VerificationView(UUID addressId, Instant sentAt, Instant expiresAt, int attemptsLeft) {
    static VerificationView of(Verification code) {
        return new VerificationView(code.addressId(), code.sentAt(), code.expiresAt(), code.attemptsLeft());
    }
}
