package org.mailcontinuity.events.trial;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.contact.ContactRepository;
import org.mailcontinuity.events.contact.Contacts;
import org.mailcontinuity.events.proof.ProofRepository;

/** Puts the feature's plain classes together. */
final class TrialBeans {
    @Produces
    @Singleton
    Trials trials(
            ContactRepository contacts,
            Contacts changes,
            VerificationRepository codes,
            ProofRepository proofs,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        return new Trials(contacts, changes, codes, proofs, audit, clock, random);
    }
}
