package org.mailcontinuity.events.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.disruption.Severity;

/** An alert's row. */
@Entity
@Table(name = "alert")
class AlertEntity {
    @Id
    private UUID id;

    @Column(name = "disruption_id")
    private UUID disruptionId;

    @Column(name = "monitor_id")
    private UUID monitorId;

    private long revision;

    @Enumerated(EnumType.STRING)
    private AlertState state;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Enumerated(EnumType.STRING)
    private Severity worst;

    @Column(name = "suspended_until")
    private Instant suspendedUntil;

    private boolean answered;

    @Column(name = "cause_key")
    private String causeKey;

    private String subject;

    @Column(name = "policy_id")
    private UUID policyId;

    @Column(name = "anchored_at")
    private Instant anchoredAt;

    @Column(name = "extent_at")
    private Instant extentAt;

    @Column(name = "extent_due")
    private Instant extentDue;

    @JdbcTypeCode(SqlTypes.JSON)
    private String alert;

    private Instant since;

    protected AlertEntity() {}

    /** @param anchoredAt from when its time for joiners counts */
    static AlertEntity of(Alert alert, Instant anchoredAt, AlertChanged message) {
        AlertEntity row = new AlertEntity();
        row.id = alert.alertId();
        row.disruptionId = alert.disruptionId();
        row.monitorId = alert.extent().leading().monitorId();
        row.causeKey = alert.common().key();
        row.subject = alert.common().subject().orElse(null);
        row.policyId = alert.policyId().orElse(null);
        row.anchoredAt = anchoredAt;
        row.since = alert.since();
        row.write(alert, message);
        row.drawn(alert.changedAt());
        return row;
    }

    void write(Alert written, AlertChanged message) {
        revision = written.revision();
        state = message.state();
        severity = written.severity();
        worst = written.worst();
        suspendedUntil = written.status() instanceof AlertStatus.Suspended suspended ? suspended.until() : null;
        answered = written.event().isPresent();
        alert = new String(Messages.encode(message), StandardCharsets.UTF_8);
    }

    /** It says what its disruptions are at {@code now}, and nothing is due. */
    void drawn(Instant now) {
        extentAt = now;
        extentDue = null;
    }

    /** One of its disruptions changed: it is to be told {@code pause} after the last time. */
    void changed(Duration pause) {
        if (extentDue == null) {
            extentDue = extentAt.plus(pause);
        }
    }

    /** Whether what its disruptions are now is to be told at {@code now}. */
    boolean due(Instant now) {
        return extentDue != null && !now.isBefore(extentDue);
    }

    boolean resolved() {
        return state == AlertState.RESOLVED;
    }

    /** Whether a disruption of this severity is graver than all of the episode so far. */
    boolean worsenedBy(Severity other) {
        return other.compareTo(worst) > 0;
    }

    /** Its time for joiners counts anew from {@code at}. */
    void anchor(Instant at) {
        anchoredAt = at;
    }

    UUID id() {
        return id;
    }

    AlertChanged message() {
        return Messages.decode(AlertChanged.class, alert.getBytes(StandardCharsets.UTF_8));
    }

    Alert toAlert() {
        return AlertMessage.read(
                message(), disruptionId, new CommonCause(causeKey, Optional.ofNullable(subject)), worst);
    }
}
