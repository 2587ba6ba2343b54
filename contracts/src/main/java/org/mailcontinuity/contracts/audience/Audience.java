package org.mailcontinuity.contracts.audience;

import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * A part of a user group's members. The parts of a group are numbered from 0; a part that the group no longer needs gets a
 * tombstone.
 *
 * @param groupId the user group
 * @param chunk which part this is, from 0
 * @param revision of the group; while a group changes, its parts may be of different revisions
 * @param name the group's, 1 to 100 characters
 * @param members 1 to 500, in alphabetical order
 */
public record Audience(UUID groupId, int chunk, long revision, String name, List<AudienceMember> members)
        implements Message {
    public static final int LARGEST = 500;

    public Audience {
        Require.present("groupId", groupId);
        Require.range("chunk", chunk, 0, Integer.MAX_VALUE);
        Require.range("revision", revision, 1, Long.MAX_VALUE);
        Require.text("name", name, 1, 100);
        members = Require.list("members", members, LARGEST);
        Require.range("members", members.size(), 1, LARGEST);
    }

    /** The key of a part. */
    public static String keyOf(UUID groupId, int chunk) {
        return groupId + "#" + chunk;
    }

    @Override
    public String key() {
        return keyOf(groupId, chunk);
    }
}
