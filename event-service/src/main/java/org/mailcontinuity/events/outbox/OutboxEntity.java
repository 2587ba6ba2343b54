package org.mailcontinuity.events.outbox;

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

    @Column(name = "stream_type")
    private String streamType;

    @Column(name = "stream_body")
    private String streamBody;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "sent_at", insertable = false)
    private Instant sentAt;

    protected OutboxEntity() {}

    static OutboxEntity of(OutboxRow told) {
        OutboxEntity row = new OutboxEntity();
        row.id = told.id();
        row.key = told.key();
        row.writtenAt = told.writtenAt();
        told.published().ifPresent(record -> {
            row.topic = record.topic();
            row.type = record.type();
            row.value = record.value().orElse(null);
        });
        told.streamed().ifPresent(entry -> {
            row.streamType = entry.type();
            row.streamBody = entry.body();
        });
        return row;
    }
}
