package org.mailcontinuity.events.usergroup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A user group with all its members.
 *
 * @param members by their address
 */
record Membership(UserGroup group, Map<String, Member> members) {
    Membership {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The addresses of those who are not in {@code other}. */
    Set<String> without(Membership other) {
        return members.keySet().stream()
                .filter(address -> !other.members.containsKey(address))
                .collect(Collectors.toSet());
    }
}
