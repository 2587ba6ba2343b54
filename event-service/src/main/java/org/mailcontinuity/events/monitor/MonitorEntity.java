package org.mailcontinuity.events.monitor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;

/** A monitor's row. */
@Entity
@Table(name = "monitor")
class MonitorEntity {
    @Id
    private UUID id;

    private long revision;
    private String name;
    private String domain;
    private boolean enabled;

    @Column(name = "policy_id")
    private UUID policyId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String definition;

    @Column(name = "window_spans")
    private String windowSpans;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected MonitorEntity() {}

    /** @param windowSpans what maintenance windows gave its published definition */
    static MonitorEntity of(Monitor monitor, String windowSpans) {
        MonitorEntity row = new MonitorEntity();
        row.id = monitor.definition().monitorId();
        row.createdAt = monitor.createdAt();
        row.write(monitor, windowSpans);
        return row;
    }

    void write(Monitor monitor, String spans) {
        windowSpans = spans;
        MonitorDefinition written = monitor.definition();
        revision = written.revision();
        name = written.name();
        domain = written.domain();
        enabled = written.enabled();
        policyId = written.policyId().orElse(null);
        definition = new String(Messages.encode(written), StandardCharsets.UTF_8);
        updatedAt = monitor.updatedAt();
    }

    String windowSpans() {
        return windowSpans;
    }

    Monitor toMonitor() {
        byte[] json = definition.getBytes(StandardCharsets.UTF_8);
        return new Monitor(Messages.decode(MonitorDefinition.class, json), createdAt, updatedAt);
    }
}
