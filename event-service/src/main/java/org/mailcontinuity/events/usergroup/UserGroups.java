package org.mailcontinuity.events.usergroup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.revision.Revisions;

/** What is done to user groups besides making, changing and deleting them. Runs in the caller's transaction. */
final class UserGroups {
    private final UserGroupRepository rows;
    private final UserGroupKind kind;
    private final Revisions<UserGroupEntity, Membership, UserGroupRequest> revisions;

    UserGroups(
            UserGroupRepository rows,
            UserGroupKind kind,
            Revisions<UserGroupEntity, Membership, UserGroupRequest> revisions) {
        this.rows = rows;
        this.kind = kind;
        this.revisions = revisions;
    }

    /** Takes members from a file. Changes nothing on a dry run. */
    ImportView load(UUID id, MemberCsv file, boolean replace, boolean dryRun, Actor actor) {
        Membership before = rows.group(id)
                .map(rows::membership)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound(kind.name(), id.toString())));
        Membership after = dryRun
                ? new Membership(before.group(), taken(before, file, replace))
                : revisions.step(
                        id,
                        "change",
                        (now, next) -> UserGroupKind.made(
                                now.group().name(), now.group().description(), taken(now, file, replace), next),
                        actor);
        return new ImportView(
                dryRun,
                after.without(before).size(),
                before.without(after).size(),
                after.members().size(),
                file.rejected());
    }

    /** Publishes a group's members as they are. */
    void publish(UUID id) {
        rows.locked(id).ifPresent(kind::publish);
    }

    private static Map<String, Member> taken(Membership before, MemberCsv file, boolean replace) {
        Map<String, Member> wanted = new LinkedHashMap<>(replace ? Map.of() : before.members());
        file.members().forEach(member -> wanted.put(member.address(), member));
        if (wanted.size() > UserGroupRequest.MOST_MEMBERS) {
            throw new RefusedException(Refusal.Invalid.of(
                    "members", "SIZE", "must be at most " + UserGroupRequest.MOST_MEMBERS + " in a group"));
        }
        return wanted;
    }
}
