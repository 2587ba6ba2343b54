package org.mailcontinuity.events.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.mailcontinuity.events.access.Holder;
import org.mailcontinuity.events.access.Holders;

/**
 * Signs browsers in and out. A session ends when its time is over, and at once when its token is revoked or expires. Every
 * method runs in the caller's transaction.
 */
public final class Sessions {
    private static final int SECRET_BYTES = 32;

    private final SessionRepository rows;
    private final Holders holders;
    private final Duration life;
    private final InstantSource clock;
    private final RandomGenerator random;

    Sessions(SessionRepository rows, Holders holders, Duration life, InstantSource clock, RandomGenerator random) {
        this.rows = rows;
        this.holders = holders;
        this.life = life;
        this.clock = clock;
        this.random = random;
    }

    Duration life() {
        return life;
    }

    /** The secret for the cookie of whoever shows a valid token. */
    Optional<String> signIn(String token) {
        return holders.bySecret(token.strip()).map(holder -> {
            byte[] bits = new byte[SECRET_BYTES];
            random.nextBytes(bits);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            Instant now = clock.instant();
            rows.add(hash(secret), holder.tokenId(), now, now.plus(life));
            return secret;
        });
    }

    /** Whose browser this is. */
    public Optional<Holder> holder(String secret) {
        return secret.isEmpty()
                ? Optional.empty()
                : rows.token(hash(secret), clock.instant()).flatMap(holders::byId);
    }

    void signOut(String secret) {
        rows.delete(hash(secret));
    }

    private static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
