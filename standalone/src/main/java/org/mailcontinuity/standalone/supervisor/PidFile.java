package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.standalone.installation.PrivateFiles;

/**
 * A process on file: its id and its start, so that an id that the system has given to another process meanwhile is not
 * taken for it.
 */
public final class PidFile {
    /** The system derives a start time from its clock, which may be set by a little. */
    private static final long TOLERANCE_MILLIS = 2_000;

    private PidFile() {}

    static void write(Path file, ProcessHandle process) throws IOException {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        PrivateFiles.write(file, process.pid() + " " + start + "\n");
    }

    /** The process on file, if it is still alive. */
    public static Optional<ProcessHandle> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] fields = Files.readString(file).strip().split(" ", -1);
        long start = Long.parseLong(fields[1]);
        return ProcessHandle.of(Long.parseLong(fields[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(instant -> Math.abs(instant.toEpochMilli() - start) <= TOLERANCE_MILLIS)
                        .orElse(true));
    }
}
