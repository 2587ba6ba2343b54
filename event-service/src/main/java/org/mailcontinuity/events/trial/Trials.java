package org.mailcontinuity.events.trial;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.contact.Contacts;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.proof.ProofRepository;

/**
 * What is kept of trials. Every method runs in the caller's transaction, which is never open while something is sent.
 */
final class Trials {
    private static final String KIND = "contact";
    private static final String NO_CODE = "No code is out for this address: have one sent.";

    private final ContactRepository contacts;
    private final Contacts changes;
    private final VerificationRepository codes;
    private final ProofRepository proofs;
    private final AuditRepository audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    Trials(
            ContactRepository contacts,
            Contacts changes,
            VerificationRepository codes,
            ProofRepository proofs,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        this.contacts = contacts;
        this.changes = changes;
        this.codes = codes;
        this.proofs = proofs;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** A test of all addresses begins. */
    TrialRequest test(UUID contactId, Actor by) {
        Contact contact = contact(contactId);
        audit.record(by, "test", KIND, contactId, null, null);
        return TrialRequest.ofAll(contact.contactId(), by.name());
    }

    /** A new code goes out to an address. */
    TrialRequest code(UUID contactId, UUID addressId, Actor by) {
        ContactChannel channel = contact(contactId).channels().stream()
                .filter(candidate -> candidate.addressId().equals(addressId))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.Invalid.of(
                        "addressId", "ADDRESS_UNKNOWN", "must be the addressId of one of the contact's channels")));
        Instant now = clock.instant();
        if (codes.locked(contactId, addressId)
                .filter(code -> code.sentJustBefore(now))
                .isPresent()) {
            throw new RefusedException(new Refusal.Conflict(
                    "CODE_SENT_JUST_NOW", "A code was sent less than a minute ago; it may still be on its way."));
        }
        String code = Verification.newCode(random);
        codes.put(Verification.sent(contactId, addressId, code, now));
        audit.record(by, "send verification code", KIND, contactId, null, null);
        return new TrialRequest(
                contactId, by.name(), Optional.of(channel.type()), Optional.of(channel.address()), Optional.of(code));
    }

    /** The code could not be sent: no one can know it. */
    void withdraw(UUID contactId, UUID addressId) {
        codes.remove(contactId, addressId);
    }

    /** What came of a trial stands as proof of each address. */
    void prove(TrialView view) {
        for (TrialView.Result result : view.results()) {
            if (result.worked()) {
                proofs.worked(view.contactId(), result.addressId(), result.at(), result.via());
            } else {
                proofs.failed(view.contactId(), result.addressId(), result.at(), result.reply(), false);
            }
        }
    }

    /** The code that is out for an address. */
    VerificationView shown(UUID contactId, UUID addressId) {
        return codes.locked(contactId, addressId)
                .map(VerificationView::of)
                .orElseThrow(() -> new RefusedException(new Refusal.Conflict("NO_CODE_SENT", NO_CODE)));
    }

    /** Checks a code; a refusal is returned, so that the attempt counts all the same. */
    Optional<Refusal> confirm(UUID contactId, UUID addressId, String code, Actor by) {
        contact(contactId);
        Optional<Verification> out = codes.locked(contactId, addressId);
        if (out.isEmpty()) {
            return Optional.of(new Refusal.Conflict("NO_CODE_SENT", NO_CODE));
        }
        return switch (out.get().check(code, clock.instant())) {
            case Verification.Verdict.Verified verified -> {
                codes.remove(contactId, addressId);
                changes.verified(contactId, addressId, by);
                yield Optional.empty();
            }
            case Verification.Verdict.Wrong wrong -> {
                codes.put(wrong.after());
                yield Optional.of(new Refusal.Conflict(
                        "WRONG_CODE",
                        "This is not the code that was sent; attempts left: %d."
                                .formatted(wrong.after().attemptsLeft())));
            }
            case Verification.Verdict.Exhausted exhausted ->
                Optional.of(new Refusal.Conflict("NO_ATTEMPTS_LEFT", "Too many wrong codes: have a new one sent."));
            case Verification.Verdict.Expired expired ->
                Optional.of(
                        new Refusal.Conflict("CODE_EXPIRED", "The code was good for 15 minutes: have a new one sent."));
        };
    }

    private Contact contact(UUID id) {
        return contacts.contact(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
    }
}
