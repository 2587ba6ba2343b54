package org.mailcontinuity.events.outbox;

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
import java.util.Optional;
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
                select id, topic, key, type, value, stream_type, stream_body, written_at from outbox
                where sent_at is null and coalesce(topic, '') || ' ' || key <> all (?)
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

    /** Marks the rows as sent and gives those of the stream the next numbers, in one transaction. */
    void markSent(List<OutboxRow> sent) throws SQLException {
        session.setAutoCommit(false);
        try {
            mark(sent);
            List<OutboxRow> streamed =
                    sent.stream().filter(row -> row.streamed().isPresent()).toList();
            if (!streamed.isEmpty()) {
                enter(streamed);
                try (PreparedStatement notify = session.prepareStatement("select pg_notify('continuity_stream', '')")) {
                    notify.execute();
                }
            }
            session.commit();
        } catch (SQLException e) {
            session.rollback();
            throw e;
        } finally {
            session.setAutoCommit(true);
        }
    }

    /** Forgets rows sent, and stream entries written, before {@code time}. The newest entry stays, for its number. */
    void forgetBefore(Instant time) throws SQLException {
        try (PreparedStatement outbox = session.prepareStatement("delete from outbox where sent_at < ?");
                PreparedStatement stream = session.prepareStatement(
                        "delete from stream_entry where written_at < ? and id < (select max(id) from stream_entry)")) {
            outbox.setTimestamp(1, Timestamp.from(time));
            outbox.executeUpdate();
            stream.setTimestamp(1, Timestamp.from(time));
            stream.executeUpdate();
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

    private void mark(List<OutboxRow> sent) throws SQLException {
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

    private void enter(List<OutboxRow> streamed) throws SQLException {
        long number = lastNumber();
        try (PreparedStatement statement = session.prepareStatement(
                "insert into stream_entry (id, type, subject, body, written_at) values (?, ?, ?, ?, ?)")) {
            for (OutboxRow row : streamed) {
                OutboxRow.Streamed entry = row.streamed().orElseThrow();
                statement.setLong(1, ++number);
                statement.setString(2, entry.type());
                statement.setString(3, row.key());
                statement.setString(4, entry.body());
                statement.setTimestamp(5, Timestamp.from(clock.instant()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private long lastNumber() throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("select coalesce(max(id), 0) from stream_entry");
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        Optional<String> topic = Optional.ofNullable(result.getString("topic"));
        String type = result.getString("type");
        Optional<byte[]> value = Optional.ofNullable(result.getBytes("value"));
        String streamBody = result.getString("stream_body");
        return new OutboxRow(
                result.getObject("id", UUID.class),
                result.getTimestamp("written_at").toInstant(),
                result.getString("key"),
                topic.map(name -> new OutboxRow.Published(name, type, value)),
                Optional.ofNullable(result.getString("stream_type"))
                        .map(name -> new OutboxRow.Streamed(name, streamBody)));
    }
}
