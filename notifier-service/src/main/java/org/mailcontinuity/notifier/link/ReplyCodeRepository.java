package org.mailcontinuity.notifier.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Which code names which alert, for whom. */
@Singleton
public class ReplyCodeRepository {
    /** Longer than most alerts last; a repetition makes a code live on. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Session database;
    private final InstantSource clock;

    ReplyCodeRepository(Session database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a code means. */
    public record ReplyCode(UUID alertId, UUID contactId, String code, Instant shownAt) {}

    /** The alert's code for the contact: {@code code} if there was none. Empty if another alert has it. */
    Optional<String> keep(UUID alertId, UUID contactId, String number, String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        insert into reply_code (alert_id, contact_id, number, code, shown_at)
                        select :alert, :contact, :number, :code, :now
                        where not exists (select 1 from reply_code where number = :number and code = :code
                            and (alert_id <> :alert or contact_id <> :contact))
                        on conflict (alert_id, contact_id) do update set number = excluded.number, shown_at = excluded.shown_at
                        returning code""", String.class)
                        .setParameter("alert", alertId)
                        .setParameter("contact", contactId)
                        .setParameter("number", number)
                        .setParameter("code", code)
                        .setParameter("now", clock.instant())
                        .uniqueResultOptional());
    }

    /** The codes shown to a phone, the latest first. */
    public List<ReplyCode> shownTo(String number) {
        return database
                .createNativeQuery(
                        "select alert_id, contact_id, code, shown_at from reply_code where number = :number order by shown_at desc",
                        Object[].class)
                .setParameter("number", number)
                .list()
                .stream()
                .map(row -> new ReplyCode((UUID) row[0], (UUID) row[1], (String) row[2], (Instant) row[3]))
                .toList();
    }

    @Scheduled(every = "6h", delayed = "25m")
    @Transactional
    void forget() {
        database.createNativeMutationQuery("delete from reply_code where shown_at < :time")
                .setParameter("time", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
