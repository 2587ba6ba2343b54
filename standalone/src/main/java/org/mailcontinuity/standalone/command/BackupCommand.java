package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.mailcontinuity.standalone.backup.BackupFile;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.supervisor.SupervisorProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps all data in one file. */
@Command(
        name = "backup",
        description =
                "Writes everything that lasts into one file: monitors, people, events, messages, secrets, settings."
                        + " What runs is stopped meanwhile and started again, so that the parts fit together.",
        footer = "The file holds every secret: keep it as you keep those.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private Place place;

    @Parameters(paramLabel = "FILE", description = "The file to write, such as continuity.zip.")
    private Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = place.known()
                .orElseThrow(() -> new CommandFailure("There is nothing to keep: Continuity was never started here."));
        refuse(installation);
        boolean running = SupervisorProcess.find(installation).isPresent();
        DownCommand.stop(installation);
        try {
            int count = new BackupFile(file).write(installation.data(), Instant.now());
            System.out.printf("Kept %d files in %s (%,d bytes).%n", count, file, Files.size(file));
        } finally {
            if (running) {
                UpCommand.start(installation);
                System.out.println("Continuity is running again.");
            }
        }
        return 0;
    }

    private void refuse(Installation installation) {
        Path target = file.toAbsolutePath().normalize();
        if (target.startsWith(installation.data())) {
            throw new CommandFailure("The file would lie in the data folder itself; name one outside of it.");
        }
        if (Files.isDirectory(target)
                || !Files.isDirectory(target.resolveSibling(".").normalize())) {
            throw new CommandFailure(file + " must be a file in a folder that is there.");
        }
    }
}
