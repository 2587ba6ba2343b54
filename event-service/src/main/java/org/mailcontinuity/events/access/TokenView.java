package org.mailcontinuity.events.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A token as the API shows it.
 *
 * @param secret the whole token; only in the answer to the request that made it
 */
record TokenView(
        UUID tokenId,
        String name,
        String prefix,
        Role role,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt,
        Optional<String> secret) {

    static TokenView of(ApiToken token) {
        return new TokenView(
                token.id(),
                token.name(),
                token.prefix(),
                token.role(),
                token.createdAt(),
                token.createdBy(),
                token.expiresAt(),
                token.revokedAt(),
                token.lastUsedAt(),
                Optional.empty());
    }

    TokenView with(TokenSecret made) {
        return new TokenView(
                tokenId,
                name,
                prefix,
                role,
                createdAt,
                createdBy,
                expiresAt,
                revokedAt,
                lastUsedAt,
                Optional.of(made.text()));
    }
}
