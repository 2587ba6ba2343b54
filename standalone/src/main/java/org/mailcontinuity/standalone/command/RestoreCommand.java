package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mailcontinuity.standalone.backup.BackupFile;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.supervisor.SupervisorProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings data back. */
@Command(
        name = "restore",
        description = "Makes the data folder what it was when the backup was made. Continuity must be stopped.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private Place place;

    @Parameters(paramLabel = "FILE", description = "What ./continuity backup wrote.")
    private Path file;

    @Option(names = "--replace", description = "Put aside, not away, the data that is there now.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        Path data = place.data().toAbsolutePath().normalize();
        refuse(data);
        Path fresh = data.resolveSibling(
                data.getFileName() + ".restoring-" + ProcessHandle.current().pid());
        Instant made;
        try {
            made = new BackupFile(file).unpack(fresh);
        } catch (IOException e) {
            BackupFile.discard(fresh);
            throw e;
        }
        if (Files.exists(data)) {
            Path aside = data.resolveSibling(
                    data.getFileName() + ".before-" + Instant.now().getEpochSecond());
            Files.move(data, aside);
            System.out.println("The data that was here is now in " + aside);
        }
        Files.move(fresh, data);
        System.out.println("Restored the data of " + made + ".\nStart it with: ./continuity up" + place.sameOption());
        return 0;
    }

    private void refuse(Path data) throws IOException {
        if (!Files.isReadable(file)) {
            throw new CommandFailure(file + " cannot be read.");
        }
        Optional<Installation> known = place.known();
        if (known.isPresent() && SupervisorProcess.find(known.get()).isPresent()) {
            throw new CommandFailure(
                    "Continuity is running here. Stop it first with: ./continuity down" + place.sameOption());
        }
        if (Files.exists(data) && !replace) {
            throw new CommandFailure("There is data in " + data + " already. With --replace it is put aside.");
        }
    }
}
