package org.mailcontinuity.events.signal;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Locale;

/** Sends signals. */
@Singleton
public class SignalRepository {
    private final EntityManager database;

    SignalRepository(EntityManager database) {
        this.database = database;
    }

    /** Sends a signal to every replica when the present transaction commits, and not at all when it does not. */
    public void send(Signals.Channel channel, String payload) {
        database.createNativeQuery("select pg_notify(:channel, :payload)", String.class)
                .setParameter("channel", "continuity_" + channel.name().toLowerCase(Locale.ROOT))
                .setParameter("payload", payload)
                .getSingleResult();
    }
}
