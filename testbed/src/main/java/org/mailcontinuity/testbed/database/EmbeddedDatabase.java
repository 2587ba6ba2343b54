package org.mailcontinuity.testbed.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** PostgreSQL from its published binaries as a child of this JVM, on the loopback interface only. */
public final class EmbeddedDatabase implements Database {
    static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final DatabaseAddress address;

    private EmbeddedDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.address = new DatabaseAddress("127.0.0.1", server.getPort(), SUPERUSER, password);
    }

    /** Starts a server for tests: a free port, a temporary directory that goes away, any password is good. */
    public static EmbeddedDatabase startForTest() {
        String unpacked = "continuity-postgres-" + System.getProperty("user.name");
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), unpacked)
                            .toFile())
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("shared_buffers", "32MB")
                    .start();
            return new EmbeddedDatabase(server, SUPERUSER);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    /** Starts a server on a kept directory, closed to whoever lacks the password (SCRAM) once it is set up. */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        return new EmbeddedDatabase(KeptServer.start(settings), settings.password());
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
