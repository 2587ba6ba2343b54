package org.mailcontinuity.events.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller may do. A role holds every role before it. */
public enum Role {
    /** Reads everything but secrets. */
    VIEWER,
    /** Runs continuity events and acknowledges alerts. */
    OPERATOR,
    /** Configures, and gives out tokens. */
    ADMIN;

    /** The names that {@code @RolesAllowed} uses for this role and those it holds. */
    public Set<String> names() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
