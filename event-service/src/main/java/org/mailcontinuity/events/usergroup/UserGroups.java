package org.mailcontinuity.events.usergroup;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.contracts.audience.Audience;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.EntityTags;

/** Makes, changes and deletes user groups. Every method runs in the caller's transaction. */
final class UserGroups {
    private static final String KIND = "user group";
    private static final int MOST_NAMED = 100;

    private final UserGroupRepository rows;
    private final OutboxPublisher outbox;
    private final AuditRepository audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    UserGroups(
            UserGroupRepository rows,
            OutboxPublisher outbox,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        this.rows = rows;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    UserGroup create(UserGroupRequest request, Actor actor) {
        Map<String, Member> members = members(request);
        Instant now = clock.instant();
        UserGroup made = new UserGroup(
                TimeOrderedId.at(now, random), 1, request.name(), request.description(), members.size(), now, now);
        UserGroupEntity row = UserGroupEntity.of(made);
        rows.persist(row);
        rows.put(made.id(), members.values());
        publish(row);
        audit.record(actor, "create", KIND, made.id(), null, UserGroupView.of(made));
        return made;
    }

    UserGroup change(UUID id, @Nullable String ifMatch, UnaryOperator<UserGroupRequest> change, Actor actor) {
        UserGroupEntity row = locked(id);
        UserGroup before = row.toGroup();
        EntityTags.require(ifMatch, before.revision());
        Map<String, Member> old = stored(id);
        UserGroupRequest wanted = change.apply(new UserGroupRequest(
                before.name(),
                before.description(),
                old.values().stream().map(MemberRequest::of).toList()));
        return write(row, wanted.name(), wanted.description(), old, members(wanted), actor);
    }

    /** Takes members from a file. Changes nothing on a dry run. */
    ImportView load(UUID id, MemberCsv file, boolean replace, boolean dryRun, Actor actor) {
        UserGroupEntity row = locked(id);
        UserGroup before = row.toGroup();
        Map<String, Member> old = stored(id);
        Map<String, Member> wanted = new LinkedHashMap<>(replace ? Map.of() : old);
        file.members().forEach(member -> wanted.put(member.address(), member));
        if (wanted.size() > UserGroupRequest.MOST_MEMBERS) {
            throw new RefusedException(Refusal.Invalid.of(
                    "members", "SIZE", "must be at most " + UserGroupRequest.MOST_MEMBERS + " in a group"));
        }
        if (!dryRun) {
            write(row, before.name(), before.description(), old, wanted, actor);
        }
        return new ImportView(
                dryRun, minus(wanted, old).size(), minus(old, wanted).size(), wanted.size(), file.rejected());
    }

    /** Publishes a group's members as they are. */
    void publish(UUID id) {
        rows.locked(id).ifPresent(this::publish);
    }

    void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        UserGroupEntity row = locked(id);
        UserGroup before = row.toGroup();
        EntityTags.require(ifMatch, before.revision());
        if (!rows.deleted(row)) {
            throw new RefusedException(
                    new Refusal.Conflict("USER_GROUP_IN_USE", "A continuity event covers this group."));
        }
        withdraw(id, 0, row.parts());
        audit.record(actor, "delete", KIND, id, UserGroupView.of(before), null);
    }

    private UserGroup write(
            UserGroupEntity row,
            String name,
            Optional<String> description,
            Map<String, Member> old,
            Map<String, Member> wanted,
            Actor actor) {
        UserGroup before = row.toGroup();
        UserGroup after = new UserGroup(
                before.id(),
                before.revision() + 1,
                name,
                description,
                wanted.size(),
                before.createdAt(),
                clock.instant());
        row.write(after);
        rows.remove(before.id(), minus(old, wanted));
        rows.put(
                before.id(),
                wanted.values().stream()
                        .filter(member -> !member.equals(old.get(member.address())))
                        .toList());
        publish(row);
        audit.record(actor, "change", KIND, before.id(), UserGroupView.of(before), UserGroupView.of(after));
        return after;
    }

    private UserGroupEntity locked(UUID id) {
        return rows.locked(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
    }

    private void publish(UserGroupEntity row) {
        UserGroup group = row.toGroup();
        List<Audience> parts = Audiences.of(group, rows.members(group.id(), "", UserGroupRequest.MOST_MEMBERS));
        parts.forEach(outbox::add);
        withdraw(group.id(), parts.size(), row.parts());
        row.published(parts.size());
    }

    /** Deletes the parts from {@code from}, included, to {@code until}, excluded. */
    private void withdraw(UUID id, int from, int until) {
        for (int part = from; part < until; part++) {
            outbox.tombstone(Audience.class, Audience.keyOf(id, part));
        }
    }

    private Map<String, Member> stored(UUID id) {
        Map<String, Member> members = new LinkedHashMap<>();
        rows.members(id, "", UserGroupRequest.MOST_MEMBERS).forEach(member -> members.put(member.address(), member));
        return members;
    }

    private static Set<String> minus(Map<String, Member> from, Map<String, Member> less) {
        return from.keySet().stream()
                .filter(address -> !less.containsKey(address))
                .collect(Collectors.toSet());
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
