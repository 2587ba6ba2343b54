package org.mailcontinuity.events.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A database session that listens. One thread at a time. */
final class SignalConnection implements AutoCloseable {
    private static final String PREFIX = "continuity_";

    private final Connection session;
    private final PGConnection postgres;

    SignalConnection(DataSource database) throws SQLException {
        session = database.getConnection();
        postgres = session.unwrap(PGConnection.class);
        try (Statement statement = session.createStatement()) {
            for (Signals.Channel channel : Signals.Channel.values()) {
                statement.execute("listen " + PREFIX + channel.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Waits up to {@code time} for signals and hands them to {@code signals}. */
    void await(Signals signals, Duration time) throws SQLException {
        PGNotification[] notifications = postgres.getNotifications((int) time.toMillis());
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            String name = notification.getName().substring(PREFIX.length()).toUpperCase(Locale.ROOT);
            signals.deliver(Signals.Channel.valueOf(name), notification.getParameter());
        }
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("unlisten *");
        } finally {
            session.close();
        }
    }
}
