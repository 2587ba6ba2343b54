package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.mailcontinuity.standalone.installation.PrivateFiles;

/** The state of every part, kept in a file so that other processes can read it. Thread-safe. */
public final class StatusBoard {
    private final Path file;
    private final InstantSource clock;
    private final Map<String, PartStatus> parts = new LinkedHashMap<>();

    StatusBoard(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** What a board has written last; empty when there is none. */
    public static List<PartStatus> read(Path file) throws IOException {
        try {
            return Files.readAllLines(file).stream().map(PartStatus::parse).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    synchronized void set(String name, PartState state, OptionalLong pid, int restarts) {
        PartStatus known = parts.get(name);
        if (known != null && known.state() == state && known.pid().equals(pid) && known.restarts() == restarts) {
            return;
        }
        parts.put(name, new PartStatus(name, state, pid, clock.instant(), restarts));
        String lines = parts.values().stream().map(part -> part.toLine() + "\n").collect(Collectors.joining());
        try {
            PrivateFiles.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("state cannot be written", e);
        }
    }

    synchronized List<PartStatus> parts() {
        return List.copyOf(parts.values());
    }
}
