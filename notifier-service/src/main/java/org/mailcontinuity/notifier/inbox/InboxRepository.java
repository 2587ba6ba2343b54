package org.mailcontinuity.notifier.inbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.hibernate.Session;

/** Which messages were handled. */
@Singleton
class InboxRepository {
    private final Session database;
    private final InstantSource clock;

    InboxRepository(Session database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes in the present transaction that {@code consumer} handles a message. False if it already did. */
    boolean firstTime(String consumer, String source, String id) {
        return database.createNativeMutationQuery("""
                                insert into inbox (consumer, source, id, handled_at)
                                values (:consumer, :source, :id, :now) on conflict do nothing""")
                        .setParameter("consumer", consumer)
                        .setParameter("source", source)
                        .setParameter("id", id)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    void forgetBefore(Instant time) {
        database.createNativeMutationQuery("delete from inbox where handled_at < :time")
                .setParameter("time", time)
                .executeUpdate();
    }
}
