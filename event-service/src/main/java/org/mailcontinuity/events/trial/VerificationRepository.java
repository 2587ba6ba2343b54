package org.mailcontinuity.events.trial;

import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Codes that are out, one for each address of a contact. */
@Singleton
class VerificationRepository {
    private final Session database;

    VerificationRepository(Session database) {
        this.database = database;
    }

    /** The code that is out, its row held until the transaction ends. */
    Optional<Verification> locked(UUID contactId, UUID addressId) {
        return database.createNativeQuery("""
                        select code_hash, sent_at, expires_at, attempts_left from contact_verification
                        where contact_id = :contact and address_id = :address for update""", Object[].class)
                .setParameter("contact", contactId)
                .setParameter("address", addressId)
                .getResultStream()
                .findFirst()
                .map(row -> new Verification(
                        contactId,
                        addressId,
                        (String) row[0],
                        instant(row[1]),
                        instant(row[2]),
                        ((Number) row[3]).intValue()));
    }

    /** Puts {@code code} in the place of one that was out before. */
    void put(Verification code) {
        database.createNativeMutationQuery("""
                        insert into contact_verification
                            (contact_id, address_id, code_hash, sent_at, expires_at, attempts_left)
                        values (:contact, :address, :hash, :sent, :expires, :left)
                        on conflict (contact_id, address_id) do update set code_hash = excluded.code_hash,
                            sent_at = excluded.sent_at, expires_at = excluded.expires_at,
                            attempts_left = excluded.attempts_left""")
                .setParameter("contact", code.contactId())
                .setParameter("address", code.addressId())
                .setParameter("hash", code.codeHash())
                .setParameter("sent", code.sentAt())
                .setParameter("expires", code.expiresAt())
                .setParameter("left", code.attemptsLeft())
                .executeUpdate();
    }

    void remove(UUID contactId, UUID addressId) {
        database.createNativeMutationQuery(
                        "delete from contact_verification where contact_id = :contact and address_id = :address")
                .setParameter("contact", contactId)
                .setParameter("address", addressId)
                .executeUpdate();
    }

    private static Instant instant(Object column) {
        return column instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) column;
    }
}
