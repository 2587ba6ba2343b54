package org.mailcontinuity.events.maintenance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mailcontinuity.events.revision.Identity;

/** A maintenance window's row. */
@Entity
@Table(name = "maintenance_window")
class WindowEntity {
    @Id
    private UUID id;

    private long revision;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private String maintenance;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected WindowEntity() {}

    static WindowEntity of(StoredWindow stored, String json) {
        WindowEntity row = new WindowEntity();
        row.id = stored.identity().id();
        row.createdAt = stored.identity().createdAt();
        row.write(stored, json);
        return row;
    }

    void write(StoredWindow stored, String json) {
        revision = stored.identity().revision();
        updatedAt = stored.identity().updatedAt();
        name = stored.window().name();
        maintenance = json;
    }

    Identity identity() {
        return new Identity(id, revision, createdAt, updatedAt);
    }

    String maintenance() {
        return maintenance;
    }
}
