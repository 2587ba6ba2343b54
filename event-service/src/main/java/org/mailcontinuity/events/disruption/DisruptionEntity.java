package org.mailcontinuity.events.disruption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;

/** A disruption's row. */
@Entity
@Table(name = "disruption")
class DisruptionEntity {
    @Id
    private UUID id;

    @Column(name = "monitor_id")
    private UUID monitorId;

    @Column(name = "monitor_name")
    private String monitorName;

    private String domain;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Enumerated(EnumType.STRING)
    private DisruptionState state;

    private long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    private String disruption;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "detected_at")
    private Instant detectedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "cleared_at")
    private Instant clearedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "clear_reason")
    private ClearReason clearReason;

    @Column(name = "closed_by")
    private String closedBy;

    @Column(name = "close_reason")
    private String closeReason;

    @Column(name = "alert_id")
    private UUID alertId;

    protected DisruptionEntity() {}

    static DisruptionEntity of(Incident incident) {
        DisruptionEntity row = new DisruptionEntity();
        row.id = incident.id();
        row.monitorId = incident.disruption().monitorId();
        row.monitorName = incident.monitorName();
        row.domain = incident.domain();
        row.direction = incident.disruption().direction();
        row.openedAt = incident.disruption().openedAt();
        row.write(incident);
        return row;
    }

    void write(Incident incident) {
        severity = incident.disruption().severity();
        state = incident.state();
        revision = incident.revision();
        disruption = json(incident.disruption());
        detectedAt = incident.disruption().detectedAt();
        changedAt = incident.changedAt();
        clearedAt = incident.cleared().map(Incident.Cleared::at).orElse(null);
        clearReason = incident.cleared().map(Incident.Cleared::reason).orElse(null);
        closedBy = incident.closed().map(Incident.Closed::by).orElse(null);
        closeReason = incident.closed().map(Incident.Closed::reason).orElse(null);
        alertId = incident.alertId().orElse(null);
    }

    Incident toIncident() {
        return new Incident(
                read(disruption),
                monitorName,
                domain,
                state,
                revision,
                changedAt,
                Optional.ofNullable(clearedAt).map(at -> new Incident.Cleared(at, clearReason)),
                Optional.ofNullable(closedBy).map(by -> new Incident.Closed(by, closeReason)),
                Optional.ofNullable(alertId));
    }

    /** The message that opens a disruption is the disruption and nothing else. */
    private static String json(Disruption disruption) {
        return new String(Messages.encode(new DisruptionOpened(disruption)), StandardCharsets.UTF_8);
    }

    private static Disruption read(String json) {
        return Messages.decode(DisruptionOpened.class, json.getBytes(StandardCharsets.UTF_8))
                .disruption();
    }
}
