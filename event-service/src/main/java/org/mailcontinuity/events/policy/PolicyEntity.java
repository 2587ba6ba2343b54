package org.mailcontinuity.events.policy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A notification policy's row, and whom its steps name. */
@Entity
@Table(name = "notification_policy")
class PolicyEntity {
    @Id
    private UUID id;

    private long revision;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private String steps;

    @Column(name = "repeat_interval")
    private String repeatInterval;

    @ElementCollection
    @CollectionTable(name = "notification_policy_contact", joinColumns = @JoinColumn(name = "policy_id"))
    @Column(name = "contact_id")
    private Set<UUID> contactIds = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "notification_policy_group", joinColumns = @JoinColumn(name = "policy_id"))
    @Column(name = "group_id")
    private Set<UUID> groupIds = new HashSet<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected PolicyEntity() {}

    static PolicyEntity of(Policy policy, String steps) {
        PolicyEntity row = new PolicyEntity();
        row.id = policy.id();
        row.createdAt = policy.createdAt();
        row.write(policy, steps);
        return row;
    }

    void write(Policy policy, String stepsJson) {
        revision = policy.revision();
        name = policy.name();
        steps = stepsJson;
        repeatInterval = policy.repeatInterval().toString();
        contactIds.retainAll(policy.contactIds());
        contactIds.addAll(policy.contactIds());
        groupIds.retainAll(policy.groupIds());
        groupIds.addAll(policy.groupIds());
        updatedAt = policy.updatedAt();
    }

    String steps() {
        return steps;
    }

    Policy toPolicy(List<PolicyStep> read) {
        return new Policy(id, revision, name, read, Duration.parse(repeatInterval), createdAt, updatedAt);
    }
}
