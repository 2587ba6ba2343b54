package org.mailcontinuity.events.window;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;

/** Windows by monitor and time, and how each direction stands. */
@Singleton
public class WindowRepository {
    private static final List<Verdict> RISING =
            List.of(Verdict.NO_DATA, Verdict.HEALTHY, Verdict.SUSPECT, Verdict.DEGRADED, Verdict.FAILING);

    private final Session database;

    WindowRepository(Session database) {
        this.database = database;
    }

    /** The windows of a monitor that start in the span from {@code from}, included, to {@code until}, not, in order. */
    public List<WindowJudgement> windows(UUID monitorId, Instant from, Instant until, int most) {
        return database
                .createNativeQuery("""
                        select cast(judgement as text) from window_judgement
                        where monitor_id = :monitor and start_at >= :from and start_at < :until
                        order by start_at desc, direction limit :most""", String.class)
                .setParameter("monitor", monitorId)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("most", most)
                .getResultList()
                .reversed()
                .stream()
                .map(json -> Messages.decode(WindowJudgement.class, json.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The windows of the given monitors that start at {@code from} or later, without their samples. */
    public List<WindowJudgement> latest(Collection<UUID> monitorIds, Instant from) {
        return database
                .createNativeQuery("""
                        select cast(judgement - 'samples' as text) from window_judgement
                        where monitor_id in (:monitors) and start_at >= :from""", String.class)
                .setParameter("monitors", monitorIds)
                .setParameter("from", from)
                .getResultList()
                .stream()
                .map(json -> Messages.decode(WindowJudgement.class, json.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** How the directions of a monitor stand. */
    public List<Flow> flows(UUID monitorId) {
        return database
                .createNativeQuery(
                        "select monitor_id, direction, verdict, since, judged_at from flow where monitor_id = :monitor",
                        Object[].class)
                .setParameter("monitor", monitorId)
                .getResultList()
                .stream()
                .map(WindowRepository::flow)
                .toList();
    }

    /** How every direction of every monitor stands. */
    public List<Flow> flows() {
        return database
                .createNativeQuery("select monitor_id, direction, verdict, since, judged_at from flow", Object[].class)
                .getResultList()
                .stream()
                .map(WindowRepository::flow)
                .toList();
    }

    /**
     * The worst verdict of each slot that has windows, of the given monitors.
     *
     * @param from where the first slot starts
     * @param slot how long a slot is
     */
    public List<SlotVerdict> slots(Collection<UUID> monitorIds, Instant from, Duration slot) {
        return database
                .createNativeQuery("""
                        select monitor_id, direction, cast(floor(extract(epoch from start_at - :from) / :slot) as int) as slot,
                            max(case verdict when 'FAILING' then 4 when 'DEGRADED' then 3 when 'SUSPECT' then 2
                                when 'HEALTHY' then 1 else 0 end)
                        from window_judgement where monitor_id in (:monitors) and start_at >= :from
                        group by monitor_id, direction, slot""", Object[].class)
                .setParameter("monitors", monitorIds)
                .setParameter("from", from)
                .setParameter("slot", slot.toSeconds())
                .getResultList()
                .stream()
                .map(row -> new SlotVerdict(
                        (UUID) row[0],
                        Direction.valueOf((String) row[1]),
                        ((Number) row[2]).intValue(),
                        RISING.get(((Number) row[3]).intValue())))
                .toList();
    }

    void add(WindowJudgement window) {
        database.createNativeMutationQuery("""
                        insert into window_judgement (monitor_id, direction, start_at, end_at, verdict, judgement)
                        values (:monitor, :direction, :start, :end, :verdict, cast(:judgement as jsonb))
                        on conflict (monitor_id, direction, start_at, end_at)
                        do update set verdict = excluded.verdict, judgement = excluded.judgement""")
                .setParameter("monitor", window.monitorId())
                .setParameter("direction", window.direction().name())
                .setParameter("start", window.start())
                .setParameter("end", window.end())
                .setParameter("verdict", window.verdict().name())
                .setParameter("judgement", new String(Messages.encode(window), StandardCharsets.UTF_8))
                .executeUpdate();
    }

    /** Follows a window; one that ends before the latest known changes nothing. */
    void follow(WindowJudgement window) {
        database.createNativeMutationQuery("""
                        insert into flow (monitor_id, direction, verdict, since, judged_at)
                        values (:monitor, :direction, :verdict, :start, :end)
                        on conflict (monitor_id, direction) do update set
                            since = case when flow.verdict = excluded.verdict then flow.since else excluded.since end,
                            verdict = excluded.verdict, judged_at = excluded.judged_at
                        where flow.judged_at <= excluded.judged_at""")
                .setParameter("monitor", window.monitorId())
                .setParameter("direction", window.direction().name())
                .setParameter("verdict", window.verdict().name())
                .setParameter("start", window.start())
                .setParameter("end", window.end())
                .executeUpdate();
    }

    void makePartition(WindowDay day) {
        database.createNativeMutationQuery(
                        "create table if not exists %s partition of window_judgement for values from ('%s') to ('%s')"
                                .formatted(
                                        day.partition(),
                                        day.date() + "T00:00:00Z",
                                        day.date().plusDays(1) + "T00:00:00Z"))
                .executeUpdate();
    }

    void dropPartition(WindowDay day) {
        database.createNativeMutationQuery("drop table if exists " + day.partition())
                .executeUpdate();
    }

    List<WindowDay> partitions() {
        return database.createNativeQuery("""
                        select cast(child.relname as text) from pg_inherits
                        join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
                        where parent.relname = 'window_judgement'""", String.class).getResultList().stream()
                .flatMap(name -> WindowDay.ofPartition(name).stream())
                .toList();
    }

    /** Serialises the replicas that make partitions. Held until the transaction ends. */
    void lock() {
        database.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('window_judgement')) as text)", String.class)
                .getResultList();
    }

    private static Flow flow(Object[] row) {
        return new Flow(
                (UUID) row[0],
                Direction.valueOf((String) row[1]),
                Verdict.valueOf((String) row[2]),
                (Instant) row[3],
                (Instant) row[4]);
    }
}
