package org.mailcontinuity.notifier.sms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.database.Unreachable;

/** Segments that were taken, and what became of them. */
@Singleton
class SubmissionRepository implements Submissions {
    private static final Logger LOG = Logger.getLogger(SubmissionRepository.class);

    private final Session database;
    private final InstantSource clock;

    SubmissionRepository(Session database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Without the database nothing is known to be taken: better twice than never. */
    @Override
    public Set<Integer> taken(UUID messageId, String provider) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> Set.copyOf(database.createNativeQuery(
                                    "select distinct segment from sms_submission where message_id = :id and provider = :provider",
                                    Integer.class)
                            .setParameter("id", messageId)
                            .setParameter("provider", provider)
                            .list()));
        } catch (RuntimeException e) {
            return unlessAway(e, Set.of());
        }
    }

    /** Without the database the segment's receipt will find nothing, and the message stays as handed over. */
    @Override
    public void take(Submission submission) {
        try {
            QuarkusTransaction.requiringNew().run(() -> insert(submission));
        } catch (RuntimeException e) {
            unlessAway(e, Optional.empty());
        }
    }

    private void insert(Submission taken) {
        String carrierId = CarrierId.plain(taken.carrierId());
        database.createNativeMutationQuery("""
                        insert into sms_submission (message_id, provider, segment, segments, number, carrier_id, taken_at, fate)
                        values (:id, :provider, :segment, :segments, :number, :carrier, :now, null)
                        on conflict do nothing""")
                .setParameter("id", taken.messageId())
                .setParameter("provider", taken.provider())
                .setParameter("segment", taken.segment())
                .setParameter("segments", taken.segments())
                .setParameter("number", taken.number())
                .setParameter("carrier", carrierId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * Notes what became of a segment.
     *
     * @return the message it belongs to; empty if no such segment is kept
     */
    Optional<UUID> note(SmsHeard.Report report) {
        for (String form : CarrierId.forms(report.carrierId())) {
            List<UUID> found = database.createNativeQuery("""
                            update sms_submission set fate = case when fate = 'ARRIVED' then fate else :fate end
                            where provider = :provider and carrier_id = :carrier and (:number = '' or number = :number)
                            returning message_id""", UUID.class)
                    .setParameter("fate", report.fate().name())
                    .setParameter("provider", report.provider())
                    .setParameter("carrier", form)
                    .setParameter("number", report.number().orElse(""))
                    .list();
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst());
            }
        }
        return Optional.empty();
    }

    /**
     * Until the end of the present transaction nobody else judges the message: two replicas, or two jobs, that each note a
     * segment at the same moment would each miss the other's.
     */
    void takeTurns(UUID messageId) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:id, 20))", Integer.class)
                .setParameter("id", messageId.toString())
                .getSingleResult();
    }

    /** What became of the whole message: arrived if every segment did, lost if one was, and none of its twins arrived. */
    SmsHeard.Fate fate(UUID messageId, String provider) {
        Object[] counts = database.createNativeQuery("""
                        select max(segments), count(distinct segment) filter (where fate = 'ARRIVED'),
                            count(distinct segment) filter (where fate = 'LOST' and not exists (
                                select 1 from sms_submission twin where twin.message_id = s.message_id
                                and twin.provider = s.provider and twin.segment = s.segment
                                and twin.fate is distinct from 'LOST'))
                        from sms_submission s where message_id = :id and provider = :provider""", Object[].class)
                .setParameter("id", messageId)
                .setParameter("provider", provider)
                .getSingleResult();
        if (((Number) counts[2]).intValue() > 0) {
            return SmsHeard.Fate.LOST;
        }
        return ((Number) counts[1]).intValue() == ((Number) counts[0]).intValue()
                ? SmsHeard.Fate.ARRIVED
                : SmsHeard.Fate.UNDER_WAY;
    }

    void forgetBefore(Instant time) {
        database.createNativeMutationQuery("delete from sms_submission where taken_at < :time")
                .setParameter("time", time)
                .executeUpdate();
    }

    private static <T> T unlessAway(RuntimeException failure, T instead) {
        if (!Unreachable.database(failure)) {
            throw failure;
        }
        LOG.warnf("segments cannot be kept or read cause=%s", failure.getMessage());
        return instead;
    }
}
