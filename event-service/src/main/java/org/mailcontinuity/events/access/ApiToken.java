package org.mailcontinuity.events.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A token as it is known after it was made; its secret is not among that.
 *
 * @param prefix how its secret starts
 * @param expiresAt from this instant on it is refused
 * @param revokedAt when it was taken back
 * @param lastUsedAt when it was last accepted, exact to a minute
 */
record ApiToken(
        UUID id,
        String name,
        String prefix,
        Role role,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {

    static final Duration LONGEST_LIFE = Duration.ofDays(366);
    static final Duration DEFAULT_LIFE = Duration.ofDays(90);

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    boolean validAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** Whether its use should be noted now: not at every request, so that reading the API does not write. */
    boolean useIsNews(Instant now) {
        return lastUsedAt.map(last -> now.isAfter(last.plus(USE_NOTED_EVERY))).orElse(true);
    }
}
