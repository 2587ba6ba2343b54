package org.mailcontinuity.events.stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** An entry's row, as the relay wrote it. */
@Entity
@Immutable
@Table(name = "stream_entry")
class StreamEntity {
    @Id
    private long id;

    private String type;
    private String subject;
    private String body;

    protected StreamEntity() {}

    StreamEntry toEntry() {
        return new StreamEntry(id, type, subject, body);
    }
}
