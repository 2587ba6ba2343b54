package org.mailcontinuity.events.lifecycle;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom an event covers. */
public sealed interface EventScope {
    /** The key of everyone's mode. */
    String EVERYONE_KEY = "*";

    /** The whole organisation. */
    record Everyone() implements EventScope {}

    /** The members of these user groups, at least one. */
    record Groups(List<UUID> ids) implements EventScope {
        public Groups {
            ids = ids.stream().distinct().toList();
        }
    }

    /** The keys of the modes that an active event of this scope switches on, in the order in which they are locked. */
    default SortedSet<String> keys() {
        return switch (this) {
            case Everyone everyone -> new TreeSet<>(List.of(EVERYONE_KEY));
            case Groups groups ->
                groups.ids().stream().map(UUID::toString).collect(Collectors.toCollection(TreeSet::new));
        };
    }

    /** Everyone where the list is empty. */
    static EventScope of(List<UUID> groupIds) {
        return groupIds.isEmpty() ? new Everyone() : new Groups(groupIds);
    }

    default List<UUID> groupIds() {
        return switch (this) {
            case Everyone everyone -> List.of();
            case Groups groups -> groups.ids();
        };
    }
}
