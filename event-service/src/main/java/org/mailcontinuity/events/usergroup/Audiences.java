package org.mailcontinuity.events.usergroup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.audience.Audience;
import org.mailcontinuity.contracts.audience.AudienceMember;

/** A group's members as they are published: in parts of at most 500, none of which is too large for a record. Pure. */
final class Audiences {
    /** What the members of a part may take, in UTF-8: well below what a reader accepts. */
    private static final int LARGEST = 160 * 1024;

    /** The names of a member's fields, quotes and commas. */
    private static final int AROUND = 80;

    private Audiences() {}

    /** @param members in alphabetical order */
    static List<Audience> of(UserGroup group, List<Member> members) {
        List<Audience> parts = new ArrayList<>();
        List<AudienceMember> part = new ArrayList<>();
        int size = 0;
        for (Member member : members) {
            int more = size(member);
            if (part.size() == Audience.LARGEST || size + more > LARGEST) {
                parts.add(part(group, parts.size(), part));
                part.clear();
                size = 0;
            }
            part.add(new AudienceMember(
                    member.address(), member.name(), member.phone(), member.otherEmail(), member.language()));
            size += more;
        }
        if (!part.isEmpty()) {
            parts.add(part(group, parts.size(), part));
        }
        return parts;
    }

    private static Audience part(UserGroup group, int number, List<AudienceMember> members) {
        return new Audience(group.id(), number, group.revision(), group.name(), members);
    }

    private static int size(Member member) {
        return AROUND
                + Stream.of(Optional.of(member.address()), member.name(), member.phone(), member.otherEmail())
                        .flatMap(Optional::stream)
                        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
    }
}
