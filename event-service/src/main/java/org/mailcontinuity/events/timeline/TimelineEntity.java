package org.mailcontinuity.events.timeline;

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

/** One entry's row. Rows are never changed. */
@Entity
@Immutable
@Table(name = "timeline_entry")
class TimelineEntity {
    @Id
    private UUID id;

    @Column(name = "disruption_id")
    private UUID disruptionId;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private TimelineKind kind;

    private String actor;
    private String detail;

    protected TimelineEntity() {}

    static TimelineEntity of(UUID id, UUID disruptionId, TimelineEntry entry) {
        TimelineEntity row = new TimelineEntity();
        row.id = id;
        row.disruptionId = disruptionId;
        row.at = entry.at();
        row.kind = entry.kind();
        row.actor = entry.actor().orElse(null);
        row.detail = entry.detail().orElse(null);
        return row;
    }

    TimelineEntry toEntry() {
        return new TimelineEntry(at, kind, Optional.ofNullable(actor), Optional.ofNullable(detail));
    }
}
