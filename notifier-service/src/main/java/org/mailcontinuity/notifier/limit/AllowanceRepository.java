package org.mailcontinuity.notifier.limit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.hibernate.Session;

/** Counts what goes to one address of one person, over all replicas, in the present transaction. */
@Singleton
public class AllowanceRepository {
    private final Session database;
    private final LimitConfig config;
    private final InstantSource clock;

    AllowanceRepository(Session database, LimitConfig config, InstantSource clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Takes one message from the allowance of this window; whether there was one. A window begins with its first message. */
    public boolean take(UUID lane) {
        return count(lane, config.messages());
    }

    /** Takes one even if there is none. */
    public void overdraw(UUID lane) {
        count(lane, Integer.MAX_VALUE);
    }

    /** When the present window ends: what is over the limit is told then. */
    public Instant windowEnd(UUID lane) {
        Instant start = database.createNativeQuery(
                        "select window_start from allowance where lane = :lane", Instant.class)
                .setParameter("lane", lane)
                .uniqueResultOptional()
                .orElseGet(clock::instant);
        return start.plus(config.window());
    }

    private boolean count(UUID lane, int most) {
        Instant now = clock.instant();
        return database.createNativeMutationQuery("""
                        insert into allowance (lane, window_start, sent) values (:lane, :now, 1)
                        on conflict (lane) do update set
                            window_start = case when allowance.window_start <= :over or allowance.window_start > :now
                                then excluded.window_start else allowance.window_start end,
                            sent = case when allowance.window_start <= :over or allowance.window_start > :now
                                then 1 else allowance.sent + 1 end
                        where allowance.window_start <= :over or allowance.window_start > :now
                            or allowance.sent < :most""")
                        .setParameter("lane", lane)
                        .setParameter("now", now)
                        .setParameter("over", now.minus(config.window()))
                        .setParameter("most", most)
                        .executeUpdate()
                == 1;
    }
}
