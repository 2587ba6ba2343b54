package org.mailcontinuity.notifier.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.alert.AlertChanged;

/** An alert as its topic last told it. Its row is locked while something is decided about it. */
@Entity
@Table(name = "alert")
class AlertEntity {
    @Id
    @Column(name = "alert_id")
    UUID alertId;

    long revision;
    int episode;

    @Column(name = "episode_seen_at")
    Instant episodeSeenAt;

    /** When it is to be decided about again; absent while nothing but a change makes that due. */
    @Column(name = "next_look")
    @Nullable
    Instant nextLook;

    byte[] message;

    protected AlertEntity() {}

    static AlertEntity first(AlertChanged alert, Instant now) {
        AlertEntity row = new AlertEntity();
        row.alertId = alert.alertId();
        row.put(alert, now);
        return row;
    }

    /** Takes a later revision. */
    void put(AlertChanged alert, Instant now) {
        if (alert.episode() != episode) {
            episode = alert.episode();
            episodeSeenAt = now;
        }
        revision = alert.revision();
        message = Messages.encode(alert);
    }

    AlertChanged alert() {
        return Messages.decode(AlertChanged.class, message);
    }
}
