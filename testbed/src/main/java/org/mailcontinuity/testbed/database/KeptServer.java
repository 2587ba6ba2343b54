package org.mailcontinuity.testbed.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;

/** Starts PostgreSQL on a directory that is kept: durable, and closed to whoever lacks the password. */
final class KeptServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private KeptServer() {}

    static EmbeddedPostgres start(DatabaseSettings settings) {
        try {
            Files.createDirectories(settings.directory());
            Files.createDirectories(settings.binaries());
            boolean first = !Files.exists(settings.directory().resolve("postgresql.conf"));
            EmbeddedPostgres server = builder(settings).start();
            if (first) {
                demandPassword(server, settings);
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start on " + settings.directory(), e);
        }
    }

    private static EmbeddedPostgres.Builder builder(DatabaseSettings settings) {
        File log = settings.log().toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(settings.directory())
                .setOverrideWorkingDirectory(settings.binaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(settings.port())
                .setPGStartupWait(START_LIMIT)
                .setConnectConfig("password", settings.password())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("unix_socket_directories", "")
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log));
    }

    private static void demandPassword(EmbeddedPostgres server, DatabaseSettings settings) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + settings.password() + "'");
            replaceTrust(settings.directory().resolve("pg_hba.conf"));
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("the password cannot be set", e);
        }
    }

    private static void replaceTrust(Path file) throws IOException {
        String closed = Files.readAllLines(file).stream()
                .map(line -> line.startsWith("#") ? line : line.replaceAll("\\btrust$", "scram-sha-256"))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, closed);
    }
}
