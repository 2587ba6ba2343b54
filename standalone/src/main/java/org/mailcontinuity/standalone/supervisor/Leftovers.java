package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.mailcontinuity.standalone.installation.Installation;

/** Processes of an installation whose supervisor was ended by force and could not end them. */
public final class Leftovers {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String DATABASE_FILE = "database.pid";

    private Leftovers() {}

    /** Ends them, the database last; returns how many there were. */
    public static int end(Installation installation) throws IOException {
        if (!Files.isDirectory(installation.run())) {
            return 0;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(installation.run())) {
            files = all.filter(file -> file.toString().endsWith(".pid")).toList();
        }
        List<ProcessHandle> ended = new ArrayList<>();
        for (Path file : files) {
            if (!file.endsWith(DATABASE_FILE)) {
                PidFile.read(file).ifPresent(ended::add);
            }
        }
        ended.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : ended) {
            await(process);
        }
        int databases = endDatabase(installation.run().resolve(DATABASE_FILE));
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        return ended.size() + databases;
    }

    /** PostgreSQL takes SIGINT as "fast": it does not wait for its clients. */
    private static int endDatabase(Path file) throws IOException {
        var process = PidFile.read(file);
        if (process.isEmpty()) {
            return 0;
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.get().pid())).start();
        await(process.get());
        return 1;
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("process cannot be waited for", e.getCause());
        }
    }
}
