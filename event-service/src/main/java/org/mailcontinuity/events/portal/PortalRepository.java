package org.mailcontinuity.events.portal;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.hibernate.Session;

/** Forms that were sent. */
@Singleton
class PortalRepository {
    private final Session database;
    private final RandomGenerator random;

    PortalRepository(Session database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    /** A token for the forms of a page that is about to be shown. Nothing is stored until one is sent. */
    FormToken token(String link) {
        return FormToken.make(link, random);
    }

    /** Notes in the present transaction that a form was sent. False if it was before; waits for one being handled. */
    boolean firstTime(FormToken form, String action, UUID contactId, UUID alertId, Instant now) {
        return database.createNativeMutationQuery("""
                                insert into portal_action (form, action, contact_id, alert_id, at)
                                values (:form, :action, :contact, :alert, :now) on conflict do nothing""")
                        .setParameter("form", form.hash())
                        .setParameter("action", action)
                        .setParameter("contact", contactId)
                        .setParameter("alert", alertId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    void forgetBefore(Instant time) {
        database.createNativeMutationQuery("delete from portal_action where at < :time")
                .setParameter("time", time)
                .executeUpdate();
    }
}
