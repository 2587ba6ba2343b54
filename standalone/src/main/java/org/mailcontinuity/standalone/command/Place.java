package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.StartedAs;
import org.mailcontinuity.standalone.supervisor.SupervisorProcess;
import picocli.CommandLine.Option;

/** The option that says which installation a command is about. */
final class Place {
    @Option(names = "--data", paramLabel = "DIR", description = "The folder that keeps the data (default: ./data).")
    private @Nullable Path data;

    Path home() {
        return Path.of(System.getProperty("continuity.home", "."));
    }

    Path data() {
        return data == null ? home().resolve("data") : data;
    }

    /** The option again, to be put behind a command that a person is told to use; empty where it was not given. */
    String sameOption() {
        return data == null ? "" : " --data " + data;
    }

    /** The installation as it was last started. */
    Optional<Installation> known() throws IOException {
        return StartedAs.read(home(), data());
    }

    /** The installation, which must be running. */
    Installation running() throws IOException {
        Optional<Installation> found = known();
        if (found.isEmpty() || SupervisorProcess.find(found.get()).isEmpty()) {
            throw new CommandFailure("Continuity is not running here (data folder "
                    + data().toAbsolutePath().normalize() + ").\nStart it with: ./continuity up");
        }
        return found.get();
    }

    /** The installation, which must be running with the demo. */
    Installation runningDemo() throws IOException {
        Installation installation = running();
        if (!installation.demo()) {
            throw new CommandFailure("Continuity runs without the demo mail system.\n"
                    + "Start it with: ./continuity down && ./continuity up --demo");
        }
        return installation;
    }
}
