package org.mailcontinuity.events.proof;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of one address of a contact.
 *
 * @param addressId derived from the address
 * @param lastSuccessAt when something was last handed over for it, or confirmed
 * @param lastVia by which relay, provider or host
 * @param lastFailureAt when something last failed for good
 * @param lastReply what the other side last said about a failure
 * @param badSince since when the address itself is refused; nothing is expected to reach it until something does
 * @param badReason why, as the other side said it
 */
public record Proof(
        UUID contactId,
        UUID addressId,
        Optional<Instant> lastSuccessAt,
        Optional<String> lastVia,
        Optional<Instant> lastFailureAt,
        Optional<String> lastReply,
        Optional<Instant> badSince,
        Optional<String> badReason) {

    /** It worked at {@code at}: what is older than that is no longer held against it. */
    Proof worked(Instant at, Optional<String> via) {
        if (lastSuccessAt.filter(at::isBefore).isPresent()) {
            return this;
        }
        boolean cured = badSince.filter(at::isAfter).isPresent();
        return new Proof(
                contactId,
                addressId,
                Optional.of(at),
                via.or(() -> lastVia),
                lastFailureAt,
                lastReply,
                cured ? Optional.empty() : badSince,
                cured ? Optional.empty() : badReason);
    }

    /** It failed for good at {@code at}; {@code bad} if the address itself was refused. */
    Proof failed(Instant at, Optional<String> reply, boolean bad) {
        if (lastFailureAt.filter(at::isBefore).isPresent()) {
            return this;
        }
        boolean nowBad = bad && lastSuccessAt.filter(at::isBefore).isEmpty();
        return new Proof(
                contactId,
                addressId,
                lastSuccessAt,
                lastVia,
                Optional.of(at),
                reply.or(() -> lastReply),
                nowBad ? badSince.or(() -> Optional.of(at)) : badSince,
                nowBad ? reply.or(() -> badReason) : badReason);
    }
}
