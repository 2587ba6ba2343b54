package org.mailcontinuity.events.stream;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The entries that are still kept: those of the last day. */
@Singleton
class StreamRepository implements PanacheRepositoryBase<StreamEntity, Long> {
    List<StreamEntry> after(long id, int most) {
        return find("id > ?1 order by id", id).page(Page.ofSize(most)).list().stream()
                .map(StreamEntity::toEntry)
                .toList();
    }

    /** The number of the newest entry; 0 if there is none. */
    long newest() {
        return end("max");
    }

    /** The number of the oldest entry; 0 if there is none. */
    long oldest() {
        return end("min");
    }

    private long end(String which) {
        return Optional.ofNullable(getEntityManager()
                        .createQuery("select " + which + "(id) from StreamEntity", Long.class)
                        .getSingleResult())
                .orElse(0L);
    }
}
