package org.mailcontinuity.notifier.reply;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Texts that people wrote. */
@Singleton
class ReplyRepository implements PanacheRepositoryBase<ReplyEntity, UUID> {

    /** How many texts of that phone were heard since then. */
    long countSince(String number, Instant since) {
        return count("number = ?1 and heardAt >= ?2", number, since);
    }
}
