package org.mailcontinuity.notifier.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An outbox row as features write it; its position is the database's, and the relay alone marks it as sent. */
@Entity
@Immutable
@Table(name = "outbox")
class OutboxEntity {
    @Id
    private UUID id;

    private String topic;
    private String key;
    private String type;

    @Column(name = "value")
    private byte[] value;

    @Column(name = "written_at")
    private Instant writtenAt;

    protected OutboxEntity() {}

    static OutboxEntity of(OutboxRow told) {
        OutboxEntity row = new OutboxEntity();
        row.id = told.id();
        row.topic = told.topic();
        row.key = told.key();
        row.type = told.type();
        row.value = told.value();
        row.writtenAt = told.writtenAt();
        return row;
    }
}
