package org.mailcontinuity.events.mode;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A scope's row. */
@Entity
@Table(name = "mode")
class ModeEntity {
    @Id
    private String scope;

    private long revision;
    private Instant since;

    @ElementCollection
    @CollectionTable(name = "mode_event", joinColumns = @JoinColumn(name = "scope"))
    @MapKeyColumn(name = "event_id")
    @Column(name = "until_at")
    private Map<UUID, Instant> events = new HashMap<>();

    protected ModeEntity() {}

    void become(Mode mode) {
        revision = mode.revision();
        since = mode.since().orElse(null);
        events.keySet().retainAll(mode.events().keySet());
        events.putAll(mode.events());
    }

    Mode toMode() {
        return new Mode(scope, revision, Optional.ofNullable(since), new TreeMap<>(events));
    }
}
