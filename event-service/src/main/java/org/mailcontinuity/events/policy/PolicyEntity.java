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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.contact.QuietHours;

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

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "quiet_hours")
    private String quietHours;

    private List<String> languages;

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

    static PolicyEntity of(Policy policy, String steps, @Nullable String quietHours) {
        PolicyEntity row = new PolicyEntity();
        row.id = policy.id();
        row.createdAt = policy.createdAt();
        row.write(policy, steps, quietHours);
        return row;
    }

    void write(Policy policy, String stepsJson, @Nullable String quietHoursJson) {
        revision = policy.revision();
        name = policy.name();
        steps = stepsJson;
        repeatInterval = policy.repeatInterval().toString();
        quietHours = quietHoursJson;
        languages = policy.languages();
        contactIds.retainAll(policy.contactIds());
        contactIds.addAll(policy.contactIds());
        groupIds.retainAll(policy.groupIds());
        groupIds.addAll(policy.groupIds());
        updatedAt = policy.updatedAt();
    }

    String steps() {
        return steps;
    }

    Optional<String> quietHours() {
        return Optional.ofNullable(quietHours);
    }

    Policy toPolicy(List<PolicyStep> read, Optional<QuietHours> quiet) {
        return new Policy(
                id, revision, name, read, Duration.parse(repeatInterval), quiet, languages, createdAt, updatedAt);
    }
}
