package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.mailcontinuity.standalone.ProcessLog;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.PrivateFiles;
import org.mailcontinuity.standalone.installation.StartedAs;

/** The background process of {@code up}: runs the supervisor until it gets SIGTERM, then ends everything in order. */
public final class SupervisorProcess {
    private SupervisorProcess() {}

    /** Its pid, while it is alive. */
    public static Optional<ProcessHandle> find(Installation installation) throws IOException {
        return PidFile.read(pidFile(installation));
    }

    private static Path pidFile(Installation installation) {
        return installation.run().resolve("supervisor.pid");
    }

    /** Arguments: home, data. The rest is read from what {@code up} left in the data folder. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProcessLog.configure();
        Installation installation = StartedAs.read(Path.of(arguments[0]), Path.of(arguments[1]))
                .orElseThrow(() -> new IllegalStateException("no installation in " + arguments[1]));
        PrivateFiles.createFolder(installation.run());
        FileChannel channel = FileChannel.open(
                installation.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            System.err.println("another supervisor runs on " + installation.data());
            System.exit(1);
        }
        PidFile.write(pidFile(installation), ProcessHandle.current());
        Supervisor supervisor = Supervisor.of(installation);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(supervisor, installation), "supervisor-end"));
        supervisor.start();
        new CountDownLatch(1).await();
    }

    private static void end(Supervisor supervisor, Installation installation) {
        supervisor.close();
        try {
            Files.deleteIfExists(pidFile(installation));
        } catch (IOException e) {
            System.err.println("pid file cannot be removed: " + e.getMessage());
        }
    }
}
