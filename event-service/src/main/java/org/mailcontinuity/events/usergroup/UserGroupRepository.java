package org.mailcontinuity.events.usergroup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.address.EmailAddress;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;
import org.mailcontinuity.events.signal.SignalRepository;
import org.mailcontinuity.events.signal.Signals;

/** User groups and their members. */
@Singleton
public class UserGroupRepository implements PanacheRepositoryBase<UserGroupEntity, UUID> {
    private static final int MOST_OFFERED = 50;

    private final SignalRepository signals;

    UserGroupRepository(SignalRepository signals) {
        this.signals = signals;
    }

    /** The groups that cover {@code address}: those that name it, and those that name its whole domain. */
    public List<UUID> groupsOf(EmailAddress address) {
        return getEntityManager()
                .createNativeQuery(
                        "select distinct group_id from user_group_member where member in (:members)", UUID.class)
                .setParameter("members", List.of(Member.covering(address)))
                .getResultList();
    }

    /** The domains that are whole members of one of these groups. */
    public Set<String> domains(Collection<UUID> groups) {
        List<String> found = getEntityManager()
                .createNativeQuery(
                        "select substr(member, 2) from user_group_member where group_id in (:groups) and member like '@%'",
                        String.class)
                .setParameter("groups", groups)
                .getResultList();
        return new HashSet<>(found);
    }

    /** Those of {@code ids} that no group has. */
    public Set<UUID> missing(Collection<UUID> ids) {
        Set<UUID> found = groups(ids).stream().map(UserGroup::id).collect(Collectors.toSet());
        return ids.stream().filter(id -> !found.contains(id)).collect(Collectors.toSet());
    }

    public List<UserGroup> groups(Collection<UUID> ids) {
        return find("id in ?1", ids).list().stream()
                .map(UserGroupEntity::toGroup)
                .toList();
    }

    /** Groups to choose from, by name, at most 50. */
    public List<UserGroup> offered() {
        return find("order by lower(name), id").page(Page.ofSize(MOST_OFFERED)).list().stream()
                .map(UserGroupEntity::toGroup)
                .toList();
    }

    Optional<UserGroup> group(UUID id) {
        return findByIdOptional(id).map(UserGroupEntity::toGroup);
    }

    Optional<UserGroupEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** All groups, oldest first, at most {@code most}. */
    public List<UUID> all(int most) {
        return find("order by createdAt, id").page(Page.ofSize(most)).list().stream()
                .map(UserGroupEntity::toGroup)
                .map(UserGroup::id)
                .toList();
    }

    /** Groups that were never published. */
    List<UUID> unpublished() {
        return find("parts is null").list().stream()
                .map(UserGroupEntity::toGroup)
                .map(UserGroup::id)
                .toList();
    }

    /** A group with all its members, in alphabetical order. */
    Membership membership(UserGroup group) {
        Map<String, Member> members = new LinkedHashMap<>();
        members(group.id(), "", UserGroupRequest.MOST_MEMBERS).forEach(member -> members.put(member.address(), member));
        return new Membership(group, members);
    }

    /** Members after {@code after} in alphabetical order. */
    List<Member> members(UUID group, String after, int most) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select member, name, phone, other_email, language from user_group_member
                        where group_id = :group and member collate "C" > :after order by member collate "C" """, Object[].class)
                .setParameter("group", group)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new Member(
                        (String) row[0],
                        Optional.ofNullable((String) row[1]),
                        Optional.ofNullable((String) row[2]),
                        Optional.ofNullable((String) row[3]),
                        Optional.ofNullable((String) row[4])))
                .toList();
    }

    /** Adds members; one that is there already becomes as it is here. */
    void put(UUID group, Collection<Member> members) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        insert into user_group_member (group_id, member, name, phone, other_email, language)
                        select :group, * from unnest(cast(:members as text[]), cast(:names as text[]),
                            cast(:phones as text[]), cast(:others as text[]), cast(:languages as text[]))
                        on conflict (group_id, member) do update set name = excluded.name, phone = excluded.phone,
                            other_email = excluded.other_email, language = excluded.language""")
                .setParameter("group", group)
                .setParameter("members", texts(members, member -> Optional.of(member.address())))
                .setParameter("names", texts(members, Member::name))
                .setParameter("phones", texts(members, Member::phone))
                .setParameter("others", texts(members, Member::otherEmail))
                .setParameter("languages", texts(members, Member::language))
                .executeUpdate();
        signals.send(Signals.Channel.AUDIENCE, group.toString());
    }

    void remove(UUID group, Collection<String> addresses) {
        getEntityManager()
                .createNativeQuery(
                        "delete from user_group_member where group_id = :group and member = any(cast(:members as text[]))")
                .setParameter("group", group)
                .setParameter("members", addresses.toArray(String[]::new))
                .executeUpdate();
        signals.send(Signals.Channel.AUDIENCE, group.toString());
    }

    /** Whether it could be deleted: not where something still names it. */
    boolean deleted(UserGroupEntity row) {
        try {
            delete(row);
            flush();
            return true;
        } catch (ConstraintViolationException e) {
            return false;
        }
    }

    List<UserGroup> list(PageRequest page, Optional<String> name) {
        Listing wanted = new Listing(page, "createdAt").named(name);
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(UserGroupEntity::toGroup)
                .toList();
    }

    private static @Nullable String[] texts(Collection<Member> members, Function<Member, Optional<String>> part) {
        return members.stream().map(member -> part.apply(member).orElse(null)).toArray(String[]::new);
    }
}
