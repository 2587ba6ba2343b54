package org.mailcontinuity.events.console;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Signed-in browsers, by the hash of their cookie. */
@Singleton
class SessionRepository {
    private final Session database;

    SessionRepository(Session database) {
        this.database = database;
    }

    void add(String secretHash, UUID tokenId, Instant now, Instant expiresAt) {
        database.createNativeMutationQuery("""
                        insert into console_session (secret_hash, token_id, created_at, expires_at)
                        values (:hash, :token, :now, :expires)""")
                .setParameter("hash", secretHash)
                .setParameter("token", tokenId)
                .setParameter("now", now)
                .setParameter("expires", expiresAt)
                .executeUpdate();
    }

    /** The token that a browser signed in with. */
    Optional<UUID> token(String secretHash, Instant now) {
        return database.createNativeQuery(
                        "select token_id from console_session where secret_hash = :hash and expires_at > :now",
                        UUID.class)
                .setParameter("hash", secretHash)
                .setParameter("now", now)
                .uniqueResultOptional();
    }

    void delete(String secretHash) {
        database.createNativeMutationQuery("delete from console_session where secret_hash = :hash")
                .setParameter("hash", secretHash)
                .executeUpdate();
    }

    void forgetBefore(Instant time) {
        database.createNativeMutationQuery("delete from console_session where expires_at < :time")
                .setParameter("time", time)
                .executeUpdate();
    }
}
