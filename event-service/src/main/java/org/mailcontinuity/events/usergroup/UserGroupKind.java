package org.mailcontinuity.events.usergroup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.audience.Audience;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.Identity;
import org.mailcontinuity.events.revision.Kind;

/** User groups as resources with revisions. Each change publishes the members anew. */
final class UserGroupKind implements Kind<UserGroupEntity, Membership, UserGroupRequest> {
    private static final int MOST_NAMED = 100;

    private final UserGroupRepository rows;
    private final OutboxPublisher outbox;

    UserGroupKind(UserGroupRepository rows, OutboxPublisher outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "user group";
    }

    @Override
    public Identity identity(Membership membership) {
        UserGroup group = membership.group();
        return new Identity(group.id(), group.revision(), group.createdAt(), group.updatedAt());
    }

    @Override
    public Object view(Membership membership) {
        return UserGroupView.of(membership.group());
    }

    @Override
    public UserGroupRequest request(Membership membership) {
        return new UserGroupRequest(
                membership.group().name(),
                membership.group().description(),
                membership.members().values().stream().map(MemberRequest::of).toList());
    }

    @Override
    public Membership made(UserGroupRequest request, Identity identity, Optional<Membership> before) {
        return made(request.name(), request.description(), members(request), identity);
    }

    static Membership made(String name, Optional<String> description, Map<String, Member> members, Identity identity) {
        return new Membership(
                new UserGroup(
                        identity.id(),
                        identity.revision(),
                        name,
                        description,
                        members.size(),
                        identity.createdAt(),
                        identity.updatedAt()),
                members);
    }

    @Override
    public Optional<UserGroupEntity> locked(UUID id) {
        return rows.locked(id);
    }

    @Override
    public Membership read(UserGroupEntity row) {
        return rows.membership(row.toGroup());
    }

    @Override
    public void insert(Membership made) {
        UserGroupEntity row = UserGroupEntity.of(made.group());
        rows.persist(row);
        rows.put(made.group().id(), made.members().values());
        publish(row);
    }

    @Override
    public void write(UserGroupEntity row, Membership before, Membership after) {
        row.write(after.group());
        UUID id = after.group().id();
        rows.remove(id, before.without(after));
        rows.put(
                id,
                after.members().values().stream()
                        .filter(member -> !member.equals(before.members().get(member.address())))
                        .toList());
        publish(row);
    }

    @Override
    public Optional<Refusal> deleted(UserGroupEntity row, Membership last) {
        if (!rows.deleted(row)) {
            return Optional.of(new Refusal.Conflict("USER_GROUP_IN_USE", "A continuity event covers this group."));
        }
        withdraw(last.group().id(), 0, row.parts());
        return Optional.empty();
    }

    /** Publishes a group's members as they are. */
    void publish(UserGroupEntity row) {
        Membership membership = read(row);
        List<Audience> parts = Audiences.of(
                membership.group(), List.copyOf(membership.members().values()));
        parts.forEach(outbox::add);
        withdraw(membership.group().id(), parts.size(), row.parts());
        row.published(parts.size());
    }

    /** Deletes the parts from {@code from}, included, to {@code until}, excluded. */
    private void withdraw(UUID id, int from, int until) {
        for (int part = from; part < until; part++) {
            outbox.tombstone(Audience.class, Audience.keyOf(id, part));
        }
    }

    private static Map<String, Member> members(UserGroupRequest request) {
        Map<String, Member> members = new LinkedHashMap<>();
        List<Violation> broken = new ArrayList<>();
        for (int index = 0; index < request.members().size(); index++) {
            switch (Member.read(request.members().get(index))) {
                case Member.Reading.Sound sound ->
                    members.putIfAbsent(sound.member().address(), sound.member());
                case Member.Reading.Broken wrong
                when broken.size() < MOST_NAMED -> {
                    String field = wrong.field().equals("address") ? "" : "." + wrong.field();
                    broken.add(new Violation("members[" + index + "]" + field, "MEMBER", wrong.rule()));
                }
                case Member.Reading.Broken more -> {}
            }
        }
        if (!broken.isEmpty()) {
            throw new RefusedException(new Refusal.Invalid(broken));
        }
        return members;
    }
}
