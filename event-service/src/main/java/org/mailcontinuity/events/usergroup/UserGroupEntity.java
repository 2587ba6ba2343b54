package org.mailcontinuity.events.usergroup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user group's row; its members have rows of their own. */
@Entity
@Table(name = "user_group")
class UserGroupEntity {
    @Id
    private UUID id;

    private long revision;
    private String name;
    private String description;

    @Column(name = "member_count")
    private int memberCount;

    private @Nullable Integer parts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected UserGroupEntity() {}

    static UserGroupEntity of(UserGroup group) {
        UserGroupEntity row = new UserGroupEntity();
        row.id = group.id();
        row.createdAt = group.createdAt();
        row.write(group);
        return row;
    }

    void write(UserGroup group) {
        revision = group.revision();
        name = group.name();
        description = group.description().orElse(null);
        memberCount = group.memberCount();
        updatedAt = group.updatedAt();
    }

    /** In how many parts it was last published; 0 before the first time. */
    int parts() {
        return parts == null ? 0 : parts;
    }

    void published(int number) {
        parts = number;
    }

    UserGroup toGroup() {
        return new UserGroup(id, revision, name, Optional.ofNullable(description), memberCount, createdAt, updatedAt);
    }
}
