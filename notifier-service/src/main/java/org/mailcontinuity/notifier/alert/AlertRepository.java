package org.mailcontinuity.notifier.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The alerts known. */
@Singleton
class AlertRepository implements PanacheRepositoryBase<AlertEntity, UUID> {

    /** Locked until the end of the transaction: one decision at a time. */
    Optional<AlertEntity> locked(UUID alertId) {
        return findByIdOptional(alertId, LockModeType.PESSIMISTIC_WRITE);
    }
}
