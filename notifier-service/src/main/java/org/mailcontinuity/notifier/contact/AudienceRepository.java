package org.mailcontinuity.notifier.contact;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.audience.Audience;
import org.mailcontinuity.contracts.audience.AudienceMember;

/** The members of user groups, in the present transaction. */
@Singleton
class AudienceRepository {
    private static final String COLUMNS =
            "select member_id, address, name, phone, other_email, language from audience_member ";

    private final Session database;

    AudienceRepository(Session database) {
        this.database = database;
    }

    /** The members of these groups, each once. */
    List<Person> persons(Collection<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return List.of();
        }
        Map<UUID, Person> persons = new LinkedHashMap<>();
        List<Object[]> rows = database.createNativeQuery(
                        COLUMNS + "where group_id in (:groups) order by address", Object[].class)
                .setParameter("groups", groupIds)
                .list();
        for (Object[] row : rows) {
            Person person = read(row).person();
            persons.putIfAbsent(person.contactId(), person);
        }
        return new ArrayList<>(persons.values());
    }

    Optional<Person> person(UUID memberId) {
        return database.createNativeQuery(COLUMNS + "where member_id = :id limit 1", Object[].class)
                .setParameter("id", memberId)
                .uniqueResultOptional()
                .map(row -> read(row).person());
    }

    /** Puts a part in the place of the one before, unless that is a later one. */
    void keep(Audience audience) {
        int newer = database.createNativeMutationQuery("""
                        insert into audience_chunk (group_id, chunk, revision) values (:group, :chunk, :revision)
                        on conflict (group_id, chunk) do update set revision = excluded.revision
                        where audience_chunk.revision < excluded.revision""")
                .setParameter("group", audience.groupId())
                .setParameter("chunk", audience.chunk())
                .setParameter("revision", audience.revision())
                .executeUpdate();
        if (newer == 1) {
            deleteMembers(audience.groupId(), audience.chunk());
            audience.members().forEach(member -> insert(audience, member));
        }
    }

    void delete(UUID groupId, int chunk) {
        deleteMembers(groupId, chunk);
        database.createNativeMutationQuery("delete from audience_chunk where group_id = :group and chunk = :chunk")
                .setParameter("group", groupId)
                .setParameter("chunk", chunk)
                .executeUpdate();
    }

    private void deleteMembers(UUID groupId, int chunk) {
        database.createNativeMutationQuery("delete from audience_member where group_id = :group and chunk = :chunk")
                .setParameter("group", groupId)
                .setParameter("chunk", chunk)
                .executeUpdate();
    }

    private void insert(Audience audience, AudienceMember member) {
        database.createNativeMutationQuery("""
                        insert into audience_member
                            (group_id, chunk, member_id, address, name, phone, other_email, language)
                        values (:group, :chunk, :id, :address, :name, :phone, :other, :language)
                        on conflict do nothing""")
                .setParameter("group", audience.groupId())
                .setParameter("chunk", audience.chunk())
                .setParameter("id", member.id())
                .setParameter("address", member.address())
                .setParameter("name", member.name().orElse(null), String.class)
                .setParameter("phone", member.phone().orElse(null), String.class)
                .setParameter("other", member.otherEmail().orElse(null), String.class)
                .setParameter("language", member.language().orElse(null), String.class)
                .executeUpdate();
    }

    private static Member read(Object[] row) {
        return new Member(
                (UUID) row[0],
                (String) row[1],
                Optional.ofNullable((@Nullable String) row[2]),
                Optional.ofNullable((@Nullable String) row[3]),
                Optional.ofNullable((@Nullable String) row[4]),
                Optional.ofNullable((@Nullable String) row[5]));
    }
}
