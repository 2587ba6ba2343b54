package org.mailcontinuity.events.proof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An address's row. */
@Entity
@Table(name = "contact_proof")
@IdClass(ProofEntity.Key.class)
class ProofEntity {
    @Id
    @Column(name = "contact_id")
    private UUID contactId;

    @Id
    @Column(name = "address_id")
    private UUID addressId;

    @Column(name = "last_success_at")
    private Instant lastSuccessAt;

    @Column(name = "last_via")
    private String lastVia;

    @Column(name = "last_failure_at")
    private Instant lastFailureAt;

    @Column(name = "last_reply")
    private String lastReply;

    @Column(name = "bad_since")
    private Instant badSince;

    @Column(name = "bad_reason")
    private String badReason;

    protected ProofEntity() {}

    void write(Proof proof) {
        lastSuccessAt = proof.lastSuccessAt().orElse(null);
        lastVia = proof.lastVia().orElse(null);
        lastFailureAt = proof.lastFailureAt().orElse(null);
        lastReply = proof.lastReply().orElse(null);
        badSince = proof.badSince().orElse(null);
        badReason = proof.badReason().orElse(null);
    }

    Proof toProof() {
        return new Proof(
                contactId,
                addressId,
                Optional.ofNullable(lastSuccessAt),
                Optional.ofNullable(lastVia),
                Optional.ofNullable(lastFailureAt),
                Optional.ofNullable(lastReply),
                Optional.ofNullable(badSince),
                Optional.ofNullable(badReason));
    }

    /** An address of a contact. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID contactId;
        private UUID addressId;

        protected Key() {}

        Key(UUID contactId, UUID addressId) {
            this.contactId = contactId;
            this.addressId = addressId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.addressId.equals(addressId) && key.contactId.equals(contactId);
        }

        @Override
        public int hashCode() {
            return contactId.hashCode() + addressId.hashCode();
        }
    }
}
