package org.mailcontinuity.events.proof;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is known of addresses. */
@Singleton
public class ProofRepository implements PanacheRepositoryBase<ProofEntity, ProofEntity.Key> {
    /** Of each of some contacts. */
    public Map<UUID, List<Proof>> of(Collection<UUID> contactIds) {
        return find("contactId in ?1", contactIds).list().stream()
                .map(ProofEntity::toProof)
                .collect(Collectors.groupingBy(Proof::contactId));
    }

    /** Something was handed over for an address, or confirmed. */
    public void worked(UUID contactId, UUID addressId, Instant at, Optional<String> via) {
        change(contactId, addressId, proof -> proof.worked(at, via));
    }

    /** Something failed for good; {@code bad} if the address itself was refused. */
    public void failed(UUID contactId, UUID addressId, Instant at, Optional<String> reply, boolean bad) {
        change(contactId, addressId, proof -> proof.failed(at, reply, bad));
    }

    /** Nothing is kept of a contact that is gone. */
    private void change(UUID contactId, UUID addressId, UnaryOperator<Proof> step) {
        getEntityManager()
                .createNativeQuery("""
                        insert into contact_proof (contact_id, address_id)
                        select id, :address from contact where id = :contact for key share on conflict do nothing""")
                .setParameter("contact", contactId)
                .setParameter("address", addressId)
                .executeUpdate();
        findByIdOptional(new ProofEntity.Key(contactId, addressId), LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(row -> row.write(step.apply(row.toProof())));
    }
}
