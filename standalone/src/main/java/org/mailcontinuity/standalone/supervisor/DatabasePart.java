package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.mailcontinuity.testbed.database.DatabaseSettings;
import org.mailcontinuity.testbed.database.EmbeddedDatabase;

/** The PostgreSQL server. Its own program puts it into the background, so it is watched by its pid. */
final class DatabasePart implements Part {
    private final DatabaseSettings settings;
    private final Path pidFile;
    private volatile Optional<EmbeddedDatabase> database = Optional.empty();
    private volatile Optional<ProcessHandle> process = Optional.empty();

    DatabasePart(DatabaseSettings settings, Path pidFile) {
        this.settings = settings;
        this.pidFile = pidFile;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void start() throws IOException {
        database.ifPresent(DatabasePart::release);
        database = Optional.of(EmbeddedDatabase.start(settings));
        process = postmaster(settings.directory());
        if (process.isPresent()) {
            PidFile.write(pidFile, process.get());
        }
    }

    /** The server that runs on that data directory, as its own pid file has it. */
    static Optional<ProcessHandle> postmaster(Path directory) throws IOException {
        Path file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(
                Long.parseLong(Files.readAllLines(file).getFirst().strip()));
    }

    /** Frees what the dead server's owner still holds, above all the lock on the directory. */
    private static void release(EmbeddedDatabase dead) {
        dead.close();
    }

    @Override
    public boolean alive() {
        return process.map(ProcessHandle::isAlive).orElse(false);
    }

    @Override
    public OptionalLong pid() {
        return process.filter(ProcessHandle::isAlive)
                .map(alive -> OptionalLong.of(alive.pid()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public boolean ready() {
        if (database.isEmpty() || !alive()) {
            return false;
        }
        try (Connection connection = database.get().address().connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        database.ifPresent(EmbeddedDatabase::close);
        database = Optional.empty();
    }
}
