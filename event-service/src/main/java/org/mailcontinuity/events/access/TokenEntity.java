package org.mailcontinuity.events.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An API token's row. */
@Entity
@Table(name = "api_token")
class TokenEntity {
    @Id
    private UUID id;

    private String name;
    private String prefix;

    @Column(name = "secret_hash")
    private String secretHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected TokenEntity() {}

    static TokenEntity of(ApiToken token, String secretHash) {
        TokenEntity row = new TokenEntity();
        row.id = token.id();
        row.name = token.name();
        row.prefix = token.prefix();
        row.secretHash = secretHash;
        row.role = token.role();
        row.createdAt = token.createdAt();
        row.createdBy = token.createdBy();
        row.expiresAt = token.expiresAt();
        return row;
    }

    ApiToken toToken() {
        return new ApiToken(
                id,
                name,
                prefix,
                role,
                createdAt,
                createdBy,
                expiresAt,
                Optional.ofNullable(revokedAt),
                Optional.ofNullable(lastUsedAt));
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    void used(Instant now) {
        lastUsedAt = now;
    }
}
