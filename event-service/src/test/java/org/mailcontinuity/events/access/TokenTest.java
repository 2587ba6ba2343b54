package org.mailcontinuity.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void makesSecretsThatCannotBeGuessedAndShowsOnlyTheirStart() {
        TokenSecret secret = TokenSecret.make(new SecureRandom());
        assertThat(secret.text()).matches("ctk_[A-Za-z0-9_-]{43}");
        assertThat(secret.prefix()).hasSize(10);
        assertThat(secret.toString()).isEqualTo(secret.prefix() + "…");
        assertThat(secret.hash()).isEqualTo(TokenSecret.hash(secret.text())).hasSize(64);
        assertThat(TokenSecret.make(new SecureRandom())).isNotEqualTo(secret);
    }

    @Test
    void holdsUntilItExpiresOrIsRevoked() {
        ApiToken token = token(Optional.empty(), Optional.empty());
        assertThat(token.validAt(NOON.minusMillis(1))).isTrue();
        assertThat(token.validAt(NOON)).isFalse();
        assertThat(token(Optional.of(NOON.minusSeconds(60)), Optional.empty()).validAt(NOON.minusSeconds(30)))
                .isFalse();
    }

    @Test
    void notesItsUseAtMostOnceAMinute() {
        assertThat(token(Optional.empty(), Optional.empty()).useIsNews(NOON)).isTrue();
        assertThat(token(Optional.empty(), Optional.of(NOON.minusSeconds(30))).useIsNews(NOON))
                .isFalse();
        assertThat(token(Optional.empty(), Optional.of(NOON.minusSeconds(61))).useIsNews(NOON))
                .isTrue();
    }

    @Test
    void givesARoleEverythingBelowIt() {
        assertThat(Role.VIEWER.names()).containsExactlyInAnyOrder("viewer");
        assertThat(Role.OPERATOR.names()).containsExactlyInAnyOrder("viewer", "operator");
        assertThat(Role.ADMIN.names()).containsExactlyInAnyOrder("viewer", "operator", "admin");
    }

    private static ApiToken token(Optional<Instant> revokedAt, Optional<Instant> lastUsedAt) {
        return new ApiToken(
                new UUID(0, 1),
                "t",
                "ctk_abcdef",
                Role.VIEWER,
                NOON.minusSeconds(3600),
                "me",
                NOON,
                revokedAt,
                lastUsedAt);
    }
}
