package org.mailcontinuity.notifier.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.notifier.channel.Attempt;

/** Deliveries and their attempts, in the present transaction. */
@Singleton
class DeliveryRepository implements PanacheRepositoryBase<DeliveryEntity, UUID> {
    private final Session database;

    DeliveryRepository(Session database) {
        this.database = database;
    }

    /**
     * What decisions about a subject need: of everything told to the same address by the same step, the first round, the
     * last one, and the last one that was told. So a long alert with short repetitions stays cheap.
     */
    List<Delivery> of(UUID subjectId) {
        return database.createNativeQuery("""
                        select d.* from delivery d join (
                            select delivery_id, state in ('SENT', 'CONFIRMED') as told,
                                row_number() over (telling order by round) as from_first,
                                row_number() over (telling order by round desc) as from_last,
                                row_number() over (partition by episode, notice, step, contact_id, channel, address,
                                    state in ('SENT', 'CONFIRMED') order by round desc) as from_last_alike
                            from delivery where subject_id = :subject
                            window telling as (partition by episode, notice, step, contact_id, channel, address)) n
                        on n.delivery_id = d.delivery_id
                        where n.from_first = 1 or n.from_last = 1 or n.told and n.from_last_alike = 1""", DeliveryEntity.class).setParameter("subject", subjectId).stream()
                .map(DeliveryEntity::delivery)
                .toList();
    }

    /** Forgets what was settled for a subject that nobody told anything about since {@code time}. */
    int forgetBefore(Instant time) {
        return database.createNativeMutationQuery("""
                        delete from delivery where settled_at < :time and subject_id not in (
                            select subject_id from delivery where settled_at is null or settled_at >= :time)""")
                .setParameter("time", time)
                .executeUpdate();
    }

    Optional<DeliveryEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Plans a delivery that is not there yet, or was superseded. Whether that changed anything. */
    boolean plan(DeliveryKey key, String facts, Instant now) {
        return database.createNativeMutationQuery("""
                        insert into delivery (delivery_id, subject_id, episode, notice, step, contact_id, channel, address,
                            credential, round, facts, state, planned_at)
                        values (:id, :subject, :episode, :notice, :step, :contact, :channel, :address,
                            :credential, :round, :facts, 'PENDING', :now)
                        on conflict (delivery_id) do update
                        set state = 'PENDING', failure = null, settled_at = null, troubled_since = null,
                            held_lane = null, digest_id = null,
                            facts = excluded.facts
                        where delivery.failure = 'SUPERSEDED'""")
                        .setParameter("id", key.id())
                        .setParameter("subject", key.subjectId())
                        .setParameter("episode", key.episode())
                        .setParameter("notice", key.notice().name())
                        .setParameter("step", key.step())
                        .setParameter("contact", key.contactId())
                        .setParameter("channel", key.address().channel())
                        .setParameter("address", key.address().value())
                        .setParameter("credential", key.address().credential().orElse(null), String.class)
                        .setParameter("round", key.round())
                        .setParameter("facts", facts)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Ends a delivery that is still pending. Whether it was. */
    boolean supersede(UUID id, Instant now) {
        return database.createNativeMutationQuery("""
                        update delivery set state = 'FAILED', failure = 'SUPERSEDED', settled_at = :now
                        where delivery_id = :id and state = 'PENDING'""")
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    void add(UUID id, int number, Attempt attempt) {
        database.createNativeMutationQuery("""
                        insert into attempt (delivery_id, number, via, answer, reply, at, took_ms, reference)
                        values (:id, :number, :via, :answer, :reply, :at, :took, :reference)""")
                .setParameter("id", id)
                .setParameter("number", number)
                .setParameter("via", attempt.via())
                .setParameter("answer", name(attempt.answer()))
                .setParameter("reply", attempt.answer().reply())
                .setParameter("at", attempt.at())
                .setParameter("took", attempt.took().toMillis())
                .setParameter("reference", reference(attempt.answer()), String.class)
                .executeUpdate();
    }

    /** Pending deliveries that no job would ever send. */
    List<UUID> stranded(String job, Instant plannedBefore) {
        return database.createNativeQuery("""
                        select d.delivery_id from delivery d
                        where d.state = 'PENDING' and d.held_lane is null and d.planned_at < :before and not exists (
                            select 1 from scheduled_tasks t
                            where t.task_name = :job and t.task_instance = cast(d.delivery_id as text))
                        limit 1000""", UUID.class)
                .setParameter("job", job)
                .setParameter("before", plannedBefore)
                .list();
    }

    /** Those that {@code digest} tells: claimed for it once, and the same whenever it is asked again. */
    List<DeliveryEntity> claim(UUID lane, UUID digest, int most) {
        database.createNativeMutationQuery("""
                        update delivery set digest_id = :digest
                        where delivery_id in (
                            select delivery_id from delivery
                            where held_lane = :lane and digest_id is null and state = 'PENDING'
                            order by planned_at limit :most for update skip locked)
                        and not exists (select 1 from delivery where digest_id = :digest)""")
                .setParameter("digest", digest)
                .setParameter("lane", lane)
                .setParameter("most", most)
                .executeUpdate();
        return list("digestId = ?1 and state = ?2 order by plannedAt", digest, DeliveryEntity.State.PENDING);
    }

    /** Lets go what has been held for longer than any window: it is sent by itself. */
    void release(Instant heldBefore) {
        database.createNativeMutationQuery("""
                        update delivery set held_lane = null, digest_id = null
                        where held_lane is not null and state = 'PENDING' and planned_at < :before
                            and troubled_since is null""")
                .setParameter("before", heldBefore)
                .executeUpdate();
    }

    private static @Nullable String reference(Attempt.Answer answer) {
        return answer instanceof Attempt.Accepted accepted
                ? accepted.reference().orElse(null)
                : null;
    }

    private static String name(Attempt.Answer answer) {
        return switch (answer) {
            case Attempt.Accepted accepted -> "ACCEPTED";
            case Attempt.PutOff putOff -> "PUT_OFF";
            case Attempt.Refused refused -> "REFUSED";
        };
    }
}
