package org.mailcontinuity.events.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.NotificationAttempted;

/** One attempt's row. */
@Entity
@Immutable
@Table(name = "notification_attempt")
class NotificationEntity {
    @Id
    private UUID id;

    @Column(name = "delivery_id")
    private UUID deliveryId;

    private int attempt;

    @Enumerated(EnumType.STRING)
    private AttemptOutcome outcome;

    @Column(name = "alert_id")
    private UUID alertId;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "contact_id")
    private UUID contactId;

    @Enumerated(EnumType.STRING)
    private ChannelType channel;

    private Instant at;

    @JdbcTypeCode(SqlTypes.JSON)
    private String message;

    protected NotificationEntity() {}

    /** The same for the same attempt and outcome. */
    static UUID idOf(NotificationAttempted attempted) {
        return DerivedId.of("attempt", attempted.deliveryId(), attempted.attempt(), attempted.outcome());
    }

    static NotificationEntity of(NotificationAttempted attempted) {
        NotificationEntity row = new NotificationEntity();
        row.id = idOf(attempted);
        row.deliveryId = attempted.deliveryId();
        row.attempt = attempted.attempt();
        row.outcome = attempted.outcome();
        row.alertId = attempted.alertId().orElse(null);
        row.eventId = attempted.eventId().orElse(null);
        row.contactId = attempted.contactId();
        row.channel = attempted.channel();
        row.at = attempted.at();
        row.message = new String(Messages.encode(attempted), StandardCharsets.UTF_8);
        return row;
    }

    NotificationAttempted toMessage() {
        return Messages.decode(NotificationAttempted.class, message.getBytes(StandardCharsets.UTF_8));
    }
}
