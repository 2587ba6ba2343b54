package org.mailcontinuity.events.preview;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Who has a preview under way: each caller one at a time, for each reads much, in whatever replica. */
@Singleton
class TurnRepository {
    /** Longer than a preview takes; the turn of a replica that died ends then. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final EntityManager database;
    private final InstantSource clock;

    TurnRepository(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The caller's turn, in a transaction of its own; empty where one is under way. */
    Optional<UUID> enter(String caller) {
        UUID turn = UUID.randomUUID();
        Instant now = clock.instant();
        int taken = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        insert into preview_turn (caller, turn, until) values (:caller, :turn, :until)
                        on conflict (caller) do update set turn = excluded.turn, until = excluded.until
                        where preview_turn.until <= :now""")
                        .setParameter("caller", caller)
                        .setParameter("turn", turn)
                        .setParameter("until", now.plus(LONGEST))
                        .setParameter("now", now)
                        .executeUpdate());
        return taken == 0 ? Optional.empty() : Optional.of(turn);
    }

    /** Ends a turn, in a transaction of its own. */
    void leave(UUID turn) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from preview_turn where turn = :turn")
                        .setParameter("turn", turn)
                        .executeUpdate());
    }
}
