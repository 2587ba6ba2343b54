package org.mailcontinuity.events.access;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Finds the holders of valid tokens, for features that sign people in by token. Runs in the caller's transaction. */
public final class Holders {
    private final Tokens tokens;
    private final TokenRepository rows;
    private final InstantSource clock;

    Holders(Tokens tokens, TokenRepository rows, InstantSource clock) {
        this.tokens = tokens;
        this.rows = rows;
        this.clock = clock;
    }

    /** Who shows this secret. Notes its use. */
    public Optional<Holder> bySecret(String secret) {
        return secret.startsWith(TokenSecret.START) ? tokens.accept(secret).map(Holders::holder) : Optional.empty();
    }

    /** Whose token this is, while it is valid. */
    public Optional<Holder> byId(UUID tokenId) {
        return rows.findByIdOptional(tokenId)
                .map(TokenEntity::toToken)
                .filter(token -> token.validAt(clock.instant()))
                .map(Holders::holder);
    }

    private static Holder holder(ApiToken token) {
        return new Holder(token.id(), token.name(), token.role(), token.expiresAt());
    }
}
