package org.mailcontinuity.events.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** Makes, accepts and takes back tokens. Every method runs in the caller's transaction. */
final class Tokens {
    private static final String KIND = "token";

    private final TokenRepository rows;
    private final AuditRepository audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    Tokens(TokenRepository rows, AuditRepository audit, InstantSource clock, RandomGenerator random) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    TokenView make(TokenRequest request, Actor actor) {
        Duration life = request.expiresIn().orElse(ApiToken.DEFAULT_LIFE);
        if (!life.isPositive() || life.compareTo(ApiToken.LONGEST_LIFE) > 0) {
            throw new RefusedException(Refusal.Invalid.of("expiresIn", "RANGE", "must be up to P366D"));
        }
        Instant now = clock.instant();
        TokenSecret secret = TokenSecret.make(random);
        ApiToken token = new ApiToken(
                TimeOrderedId.at(now, random),
                request.name(),
                secret.prefix(),
                request.role(),
                now,
                actor.name(),
                now.plus(life),
                Optional.empty(),
                Optional.empty());
        rows.persist(TokenEntity.of(token, secret.hash()));
        audit.record(actor, "create", KIND, token.id(), null, TokenView.of(token));
        return TokenView.of(token).with(secret);
    }

    /** The token with this secret, if it is valid now. Notes its use. */
    Optional<ApiToken> accept(String secret) {
        Instant now = clock.instant();
        Optional<TokenEntity> row = rows.bySecretHash(TokenSecret.hash(secret));
        Optional<ApiToken> token = row.map(TokenEntity::toToken).filter(found -> found.validAt(now));
        token.filter(found -> found.useIsNews(now))
                .ifPresent(found -> row.orElseThrow().used(now));
        return token;
    }

    /** Takes a token back at once. A second time changes nothing. */
    void revoke(UUID id, Actor actor) {
        TokenEntity row = rows.findByIdOptional(id)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
        ApiToken before = row.toToken();
        if (before.revokedAt().isEmpty()) {
            row.revoke(clock.instant());
            audit.record(actor, "revoke", KIND, id, TokenView.of(before), TokenView.of(row.toToken()));
        }
    }
}
