package org.mailcontinuity.events.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One change. Rows are never changed. */
@Entity
@Immutable
@Table(name = "audit")
class AuditEntity {
    @Id
    private UUID id;

    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private Actor.Kind actorKind;

    @Column(name = "actor_name")
    private String actorName;

    @Column(name = "actor_address")
    private String actorAddress;

    private String action;

    @Column(name = "resource_kind")
    private String resourceKind;

    @Column(name = "resource_id")
    private String resourceId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "before_state")
    private String before;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "after_state")
    private String after;

    protected AuditEntity() {}

    static AuditEntity of(AuditEntry entry) {
        AuditEntity row = new AuditEntity();
        row.id = entry.id();
        row.at = entry.at();
        row.actorKind = entry.actor().kind();
        row.actorName = entry.actor().name();
        row.actorAddress = entry.actor().address();
        row.action = entry.action();
        row.resourceKind = entry.resourceKind();
        row.resourceId = entry.resourceId();
        row.before = entry.before().orElse(null);
        row.after = entry.after().orElse(null);
        return row;
    }

    AuditEntry toEntry() {
        return new AuditEntry(
                id,
                at,
                new Actor(actorKind, actorName, actorAddress),
                action,
                resourceKind,
                resourceId,
                Optional.ofNullable(before),
                Optional.ofNullable(after));
    }
}
