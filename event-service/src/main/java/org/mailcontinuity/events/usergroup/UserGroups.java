package org.mailcontinuity.events.usergroup;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.EntityTags;

/** Makes, changes and deletes user groups. Every method runs in the caller's transaction. */
final class UserGroups {
    private static final String KIND = "user group";

    private final UserGroupRepository rows;
    private final AuditRepository audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    UserGroups(UserGroupRepository rows, AuditRepository audit, InstantSource clock, RandomGenerator random) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    UserGroup create(UserGroupRequest request, Actor actor) {
        Set<Member> members = members(request);
        Instant now = clock.instant();
        UserGroup made = new UserGroup(
                TimeOrderedId.at(now, random), 1, request.name(), request.description(), members.size(), now, now);
        rows.persist(UserGroupEntity.of(made));
        rows.add(made.id(), members);
        audit.record(actor, "create", KIND, made.id(), null, UserGroupView.of(made));
        return made;
    }

    UserGroup change(UUID id, @Nullable String ifMatch, UnaryOperator<UserGroupRequest> change, Actor actor) {
        UserGroupEntity row = locked(id);
        UserGroup before = row.toGroup();
        EntityTags.require(ifMatch, before.revision());
        Set<Member> old = stored(id);
        UserGroupRequest wanted = change.apply(new UserGroupRequest(
                before.name(),
                before.description(),
                old.stream().map(Member::text).toList()));
        return write(row, wanted.name(), wanted.description(), old, members(wanted), actor);
    }

    /** Takes members from a file. Changes nothing on a dry run. */
    ImportView load(UUID id, MemberCsv file, boolean replace, boolean dryRun, Actor actor) {
        UserGroupEntity row = locked(id);
        UserGroup before = row.toGroup();
        Set<Member> old = stored(id);
        Set<Member> wanted = new LinkedHashSet<>(replace ? Set.of() : old);
        wanted.addAll(file.members());
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

    void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        UserGroupEntity row = locked(id);
        UserGroup before = row.toGroup();
        EntityTags.require(ifMatch, before.revision());
        if (!rows.deleted(row)) {
            throw new RefusedException(
                    new Refusal.Conflict("USER_GROUP_IN_USE", "A continuity event covers this group."));
        }
        audit.record(actor, "delete", KIND, id, UserGroupView.of(before), null);
    }

    private UserGroup write(
            UserGroupEntity row,
            String name,
            Optional<String> description,
            Set<Member> old,
            Set<Member> wanted,
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
        rows.add(before.id(), minus(wanted, old));
        audit.record(actor, "change", KIND, before.id(), UserGroupView.of(before), UserGroupView.of(after));
        return after;
    }

    private UserGroupEntity locked(UUID id) {
        return rows.locked(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
    }

    private Set<Member> stored(UUID id) {
        return rows.members(id, "", UserGroupRequest.MOST_MEMBERS).stream()
                .map(Member::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Member> minus(Set<Member> from, Set<Member> less) {
        return from.stream().filter(member -> !less.contains(member)).collect(Collectors.toSet());
    }

    private static Set<Member> members(UserGroupRequest request) {
        Set<Member> members = new LinkedHashSet<>();
        List<Violation> broken = new ArrayList<>();
        for (int index = 0; index < request.members().size(); index++) {
            Optional<Member> member = Member.parse(request.members().get(index));
            member.ifPresent(members::add);
            if (member.isEmpty() && broken.size() < 100) {
                broken.add(new Violation("members[" + index + "]", "MEMBER", Member.RULE));
            }
        }
        if (!broken.isEmpty()) {
            throw new RefusedException(new Refusal.Invalid(broken));
        }
        return members;
    }
}
