package org.mailcontinuity.notifier.outbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Writes outbox rows in the present transaction. */
@Singleton
class OutboxRepository implements PanacheRepositoryBase<OutboxEntity, UUID> {
    /** Written at once, so that the rows of a transaction have the order in which they were told. */
    void insert(OutboxRow row) {
        persistAndFlush(OutboxEntity.of(row));
    }
}
