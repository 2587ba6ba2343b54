package org.mailcontinuity.notifier.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;

/** A continuity event as its topic last told it. Its row is locked while something is decided about it. */
@Entity
@Table(name = "event")
class EventEntity {
    @Id
    @Column(name = "event_id")
    UUID eventId;

    long revision;
    byte[] message;

    protected EventEntity() {}

    static EventEntity first(ContinuityEventChanged event) {
        EventEntity row = new EventEntity();
        row.eventId = event.eventId();
        row.put(event);
        return row;
    }

    void put(ContinuityEventChanged event) {
        revision = event.revision();
        message = Messages.encode(event);
    }

    ContinuityEventChanged event() {
        return Messages.decode(ContinuityEventChanged.class, message);
    }
}
