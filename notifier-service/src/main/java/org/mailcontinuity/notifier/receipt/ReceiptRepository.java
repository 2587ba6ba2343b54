package org.mailcontinuity.notifier.receipt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Receipts, kept until they are forgotten. */
@Singleton
class ReceiptRepository implements PanacheRepositoryBase<ReceiptEntity, UUID> {
    private final Session database;

    ReceiptRepository(Session database) {
        this.database = database;
    }

    /** Whether it is a new one. */
    boolean insert(UUID id, Receipt receipt) {
        return database.createNativeMutationQuery("""
                        insert into receipt (receipt_id, channel, via, reference, verdict, words, at)
                        values (:id, :channel, :via, :reference, :verdict, :words, :at)
                        on conflict (receipt_id) do nothing""")
                        .setParameter("id", id)
                        .setParameter("channel", receipt.channel())
                        .setParameter("via", receipt.via())
                        .setParameter("reference", receipt.reference())
                        .setParameter("verdict", receipt.verdict().name())
                        .setParameter("words", receipt.words())
                        .setParameter("at", receipt.at())
                        .executeUpdate()
                == 1;
    }

    /** The delivery whose attempt the carrier means: the latest, should a reference have been given twice. */
    Optional<UUID> delivery(Receipt receipt) {
        return database.createNativeQuery("""
                        select d.delivery_id from attempt a join delivery d on d.delivery_id = a.delivery_id
                        where a.reference = :reference and :via in (a.via, '') and d.channel = :channel
                        order by a.at desc limit 1""", UUID.class)
                .setParameter("reference", receipt.reference())
                .setParameter("via", receipt.via())
                .setParameter("channel", receipt.channel())
                .uniqueResultOptional();
    }

    int forgetBefore(Instant time) {
        return database.createNativeMutationQuery("delete from receipt where at < :time")
                .setParameter("time", time)
                .executeUpdate();
    }
}
