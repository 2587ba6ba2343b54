package org.mailcontinuity.detector.replay;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detector.monitor.MonitorSettings;

/** The program behind {@code ./continuity replay}. */
public final class ReplayProgram {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int LINES_SKIPPED = 3;

    private ReplayProgram() {}

    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, System.in, new FileOutputStream(FileDescriptor.out), err));
    }

    /** Runs the program. @return its exit status */
    public static int run(String[] arguments, InputStream in, OutputStream out, PrintStream err) {
        try {
            ReplayArguments asked = ReplayArguments.of(List.of(arguments));
            if (asked.help()) {
                out.write(ReplayArguments.USAGE.getBytes(StandardCharsets.UTF_8));
                out.flush();
                return DONE;
            }
            List<MonitorSettings> monitors = MonitorFile.read(Path.of(asked.monitor()));
            try (InputStream samples = asked.fromStandardInput() ? in : open(asked.samples())) {
                return replay(monitors, samples, out, err);
            }
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println("See: ./continuity replay --help");
            return USAGE;
        } catch (IOException e) {
            err.println("Input or output failed: " + e);
            return FAILED;
        }
    }

    private static InputStream open(String file) throws IOException {
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new UsageException(file + ": there is no such file, or it may not be read");
        }
        return Files.newInputStream(path);
    }

    private static int replay(List<MonitorSettings> monitors, InputStream in, OutputStream out, PrintStream err)
            throws IOException {
        Session session = new Session(monitors, out, err);
        new SampleLines(in, session).readAll();
        return session.end();
    }

    /** One run: findings to standard output, lines that are of no use to standard error. */
    private static final class Session implements ReplayListener, SampleLines.Reader {
        private final Replay replay;
        private final OutputStream out;
        private final PrintStream err;
        private long skipped;

        Session(List<MonitorSettings> monitors, OutputStream out, PrintStream err) {
            this.out = new BufferedOutputStream(out, 1 << 16);
            this.err = err;
            this.replay = new Replay(monitors, this);
        }

        @Override
        public void sample(NumberedSample sample) {
            replay.next(sample);
        }

        @Override
        public void unreadable(long line, String reason) {
            skipped(line, reason);
        }

        @Override
        public void waiting() throws IOException {
            out.flush();
        }

        @Override
        public void found(UUID monitorId, Finding finding) {
            try {
                out.write((FindingLine.of(monitorId, finding) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void skipped(long line, String reason) {
            skipped++;
            err.println("line " + line + ": " + reason);
        }

        int end() throws IOException {
            replay.end();
            out.flush();
            if (replay.unknown() > 0) {
                err.println(replay.unknown() + " lines are of monitors that are not defined; they were passed over");
            }
            if (skipped > 0) {
                err.println(skipped + " lines were skipped");
            }
            return skipped > 0 ? LINES_SKIPPED : DONE;
        }
    }
}
