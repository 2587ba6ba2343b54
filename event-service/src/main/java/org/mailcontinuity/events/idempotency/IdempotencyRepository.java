package org.mailcontinuity.events.idempotency;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.hibernate.Session;

/** The keys of the last 24 hours, with the answers given. */
@Singleton
class IdempotencyRepository {
    private final Session database;
    private final InstantSource clock;

    IdempotencyRepository(Session database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes the key for the present transaction, waiting for another one that holds it.
     *
     * @return empty if the key is ours now, else what was answered to its first request
     */
    Optional<StoredAnswer> claim(String principal, String key, String fingerprint) {
        int inserted = database.createNativeMutationQuery("""
                        insert into idempotency_key (principal, key, request, created_at)
                        values (:principal, :key, :request, :now) on conflict do nothing""")
                .setParameter("principal", principal)
                .setParameter("key", key)
                .setParameter("request", fingerprint)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return inserted == 1 ? Optional.empty() : Optional.of(find(principal, key));
    }

    void keep(String principal, String key, StoredAnswer answer) {
        database.createNativeMutationQuery("""
                        update idempotency_key set status = :status, location = :location, etag = :etag, body = :body
                        where principal = :principal and key = :key""")
                .setParameter("status", answer.status())
                .setParameter("location", answer.location().orElse(null), String.class)
                .setParameter("etag", answer.etag().orElse(null), String.class)
                .setParameter("body", answer.body().orElse(null), String.class)
                .setParameter("principal", principal)
                .setParameter("key", key)
                .executeUpdate();
    }

    int forgetBefore(Instant time) {
        return database.createNativeMutationQuery("delete from idempotency_key where created_at < :time")
                .setParameter("time", time)
                .executeUpdate();
    }

    private StoredAnswer find(String principal, String key) {
        Object[] row = database.createNativeQuery("""
                        select request, status, location, etag, body from idempotency_key
                        where principal = :principal and key = :key""", Object[].class)
                .setParameter("principal", principal)
                .setParameter("key", key)
                .getSingleResult();
        return new StoredAnswer(
                (String) row[0],
                ((Number) row[1]).intValue(),
                Optional.ofNullable((String) row[2]),
                Optional.ofNullable((String) row[3]),
                Optional.ofNullable((String) row[4]));
    }
}
