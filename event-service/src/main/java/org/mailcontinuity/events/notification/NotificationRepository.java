package org.mailcontinuity.events.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;

/** Attempts to tell people. */
@Singleton
public class NotificationRepository implements PanacheRepositoryBase<NotificationEntity, UUID> {
    private static final int MOST_OF_ALERT = 200;

    /** The attempts for an alert, in order of time; of more than 200 the latest. */
    public List<NotificationAttempted> ofAlert(UUID alertId) {
        return find("alertId = ?1 order by at desc, id desc", alertId)
                .page(Page.ofSize(MOST_OF_ALERT))
                .list()
                .reversed()
                .stream()
                .map(NotificationEntity::toMessage)
                .toList();
    }

    /** Whether somebody tried to tell this contact of this alert. */
    public boolean wasTold(UUID alertId, UUID contactId) {
        return count("alertId = ?1 and contactId = ?2", alertId, contactId) > 0;
    }

    void add(NotificationAttempted attempted) {
        if (findByIdOptional(NotificationEntity.idOf(attempted)).isEmpty()) {
            persist(NotificationEntity.of(attempted));
        }
    }

    List<NotificationAttempted> list(PageRequest page, NotificationFilter filter) {
        Listing wanted = new Listing(page, "at")
                .equal("alertId", filter.alertId())
                .equal("eventId", filter.eventId())
                .equal("contactId", filter.contactId())
                .equal("outcome", filter.outcome());
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(NotificationEntity::toMessage)
                .toList();
    }
}
