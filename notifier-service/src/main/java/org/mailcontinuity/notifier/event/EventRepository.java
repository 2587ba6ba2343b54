package org.mailcontinuity.notifier.event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The continuity events known. */
@Singleton
class EventRepository implements PanacheRepositoryBase<EventEntity, UUID> {

    /** Locked until the end of the transaction: one decision at a time. */
    Optional<EventEntity> locked(UUID eventId) {
        return findByIdOptional(eventId, LockModeType.PESSIMISTIC_WRITE);
    }
}
