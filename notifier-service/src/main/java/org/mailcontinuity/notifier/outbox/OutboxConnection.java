package org.mailcontinuity.notifier.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The relay's database session. It holds the advisory lock that makes it the one relay, and does all of the relay's
 * work, so that a session that lost the lock cannot mark anything. One thread at a time.
 */
final class OutboxConnection implements AutoCloseable {
    /** Any number that no other use of advisory locks in this database has. */
    private static final long LOCK = 0x6f75_7462_6f78L;

    private final Connection session;
    private final InstantSource clock;

    OutboxConnection(DataSource database, InstantSource clock) throws SQLException {
        this.session = database.getConnection();
        this.clock = clock;
    }

    /** Whether this session is the relay now. Stays so until it is closed. */
    boolean tryLock() throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /**
     * The oldest unsent rows, whenever they were committed.
     *
     * @param stopped lanes to leave out
     */
    List<OutboxRow> unsent(int most, Collection<String> stopped) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("""
                select id, topic, key, type, value, written_at from outbox
                where sent_at is null and topic || ' ' || key <> all (?)
                order by position limit ?""")) {
            statement.setArray(1, session.createArrayOf("text", stopped.toArray()));
            statement.setInt(2, most);
            try (ResultSet result = statement.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    void markSent(List<OutboxRow> sent) throws SQLException {
        try (PreparedStatement statement =
                session.prepareStatement("update outbox set sent_at = ? where id = any (?)")) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setArray(
                    2,
                    session.createArrayOf(
                            "uuid", sent.stream().map(OutboxRow::id).toArray()));
            statement.executeUpdate();
        }
    }

    /** Forgets rows sent before {@code time}. */
    void forgetBefore(Instant time) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("delete from outbox where sent_at < ?")) {
            statement.setTimestamp(1, Timestamp.from(time));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        } finally {
            session.close();
        }
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        return new OutboxRow(
                result.getObject("id", UUID.class),
                result.getTimestamp("written_at").toInstant(),
                result.getString("topic"),
                result.getString("key"),
                result.getString("type"),
                result.getBytes("value"));
    }
}
