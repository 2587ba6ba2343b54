package org.mailcontinuity.events.contactgroup;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A contact group's row and those of its members. */
@Entity
@Table(name = "contact_group")
class ContactGroupEntity {
    @Id
    private UUID id;

    private long revision;
    private String name;

    @ElementCollection
    @CollectionTable(name = "contact_group_member", joinColumns = @JoinColumn(name = "group_id"))
    @OrderColumn(name = "position")
    @Column(name = "contact_id")
    private List<UUID> contactIds = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ContactGroupEntity() {}

    static ContactGroupEntity of(ContactGroup group) {
        ContactGroupEntity row = new ContactGroupEntity();
        row.id = group.id();
        row.createdAt = group.createdAt();
        row.write(group);
        return row;
    }

    void write(ContactGroup group) {
        revision = group.revision();
        name = group.name();
        contactIds.clear();
        contactIds.addAll(group.contactIds());
        updatedAt = group.updatedAt();
    }

    ContactGroup toGroup() {
        return new ContactGroup(id, revision, name, contactIds, createdAt, updatedAt);
    }
}
