package org.mailcontinuity.notifier.heartbeat;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** When the pipeline was last seen to work, for all replicas. */
@Singleton
public class PipelineRepository {
    private final Session database;

    PipelineRepository(Session database) {
        this.database = database;
    }

    /** Keeps the latest. */
    public void seen(Instant at) {
        database.createNativeMutationQuery("""
                        insert into pipeline (seen_at) values (:at) on conflict (only_one) do update
                        set seen_at = greatest(pipeline.seen_at, excluded.seen_at)""").setParameter("at", at).executeUpdate();
    }

    Optional<Instant> lastSeen() {
        return database.createNativeQuery("select seen_at from pipeline", Instant.class)
                .uniqueResultOptional();
    }
}
