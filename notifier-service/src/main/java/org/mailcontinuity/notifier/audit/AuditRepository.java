package org.mailcontinuity.notifier.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.mailcontinuity.notifier.template.Facts;

/** Looks for what is late, in the present transaction. */
@Singleton
class AuditRepository {
    private final Session database;

    AuditRepository(Session database) {
        this.database = database;
    }

    /** @param late what was due before and is not done is late */
    List<Facts.Finding> findings(Instant late) {
        List<Facts.Finding> findings = new ArrayList<>();
        count(findings, "DELIVERIES_NOT_TRIED", late, """
                select count(*) from delivery where state = 'PENDING' and attempts = 0 and held_lane is null
                    and planned_at < :late""");
        count(findings, "JOBS_OVERDUE", late, """
                select count(*) from scheduled_tasks where not picked and execution_time < :late""");
        count(findings, "JOBS_FAILING", late, """
                select count(*) from scheduled_tasks where consecutive_failures >= 3
                    and execution_time > cast(:late as timestamptz) - interval '1 day'""");
        count(findings, "ALERTS_NOT_LOOKED_AT", late, "select count(*) from alert where next_look < :late");
        count(findings, "ALERTS_REACH_NOBODY", late, """
                select count(*) from alert a where a.next_look is not null
                    and exists (select 1 from delivery d where d.subject_id = a.alert_id and d.notice = 'FIRING'
                        and d.episode = a.episode and d.planned_at < :late and d.state in ('PENDING', 'FAILED')
                        and d.held_lane is null and coalesce(d.failure, '') <> 'SUPERSEDED')
                    and not exists (select 1 from delivery d where d.subject_id = a.alert_id and d.notice = 'FIRING'
                        and d.episode = a.episode and d.state in ('SENT', 'CONFIRMED'))""");
        count(
                findings,
                "OUTBOX_WAITS",
                late,
                "select count(*) from outbox where sent_at is null and written_at < :late");
        return findings;
    }

    /** Alerts that should have been looked at. */
    List<UUID> overdueAlerts(Instant late) {
        return database.createNativeQuery("select alert_id from alert where next_look < :late limit 1000", UUID.class)
                .setParameter("late", late)
                .list();
    }

    /** What was last told, and when; nothing if all was well since. */
    Optional<Told> told() {
        return database.createNativeQuery("select findings, told_at from audit", Object[].class)
                .uniqueResultOptional()
                .map(row -> new Told((String) row[0], (Instant) row[1]));
    }

    void tell(String findings, Instant at) {
        database.createNativeMutationQuery("""
                        insert into audit (findings, told_at) values (:findings, :at)
                        on conflict (only_one) do update set findings = excluded.findings, told_at = excluded.told_at""")
                .setParameter("findings", findings)
                .setParameter("at", at)
                .executeUpdate();
    }

    void allIsWell() {
        database.createNativeMutationQuery("delete from audit").executeUpdate();
    }

    private void count(List<Facts.Finding> findings, String kind, Instant late, String query) {
        long count = database.createNativeQuery(query, Long.class)
                .setParameter("late", late)
                .uniqueResult();
        if (count > 0) {
            findings.add(new Facts.Finding(kind, count));
        }
    }

    record Told(String findings, Instant at) {}
}
