package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.supervisor.PartState;
import org.mailcontinuity.standalone.supervisor.PartStatus;
import org.mailcontinuity.standalone.supervisor.StatusBoard;
import org.mailcontinuity.standalone.supervisor.Supervisor;
import org.mailcontinuity.standalone.supervisor.SupervisorProcess;

/** Waits until an installation is ready and tells meanwhile how it gets on. */
final class Progress {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final int TOO_MANY_RESTARTS = 3;

    private final Installation installation;
    private final PrintStream out;
    private final InstantSource clock;
    private final Map<String, PartState> told = new HashMap<>();

    Progress(Installation installation, PrintStream out, InstantSource clock) {
        this.installation = installation;
        this.out = out;
        this.clock = clock;
    }

    /** Returns when every part is ready; fails with a sentence when that will not come. */
    void awaitReady(Process supervisor) throws IOException, InterruptedException {
        Instant began = clock.instant();
        while (true) {
            List<PartStatus> parts = StatusBoard.read(Supervisor.boardFile(installation));
            parts.forEach(part -> tell(part, Duration.between(began, clock.instant())));
            if (!parts.isEmpty() && parts.stream().allMatch(part -> part.state() == PartState.READY)) {
                return;
            }
            if (!supervisor.isAlive()) {
                throw new CommandFailure("The supervisor has ended." + lastWords("supervisor"));
            }
            failIfHopeless(parts, Duration.between(began, clock.instant()));
            Thread.sleep(LOOK);
        }
    }

    /** The same for an installation that somebody else has started. */
    void awaitReady() throws IOException, InterruptedException {
        Instant began = clock.instant();
        while (SupervisorProcess.find(installation).isPresent()) {
            List<PartStatus> parts = StatusBoard.read(Supervisor.boardFile(installation));
            if (!parts.isEmpty() && parts.stream().allMatch(part -> part.state() == PartState.READY)) {
                return;
            }
            failIfHopeless(parts, Duration.between(began, clock.instant()));
            Thread.sleep(LOOK);
        }
        throw new CommandFailure("Continuity has been stopped meanwhile.");
    }

    private void tell(PartStatus part, Duration passed) {
        PartState before = told.put(part.name(), part.state());
        if (before != part.state() && part.state() != PartState.WAITING) {
            out.printf(
                    Locale.ROOT,
                    "  %5.1f s  %-17s %s%n",
                    passed.toMillis() / 1000.0,
                    part.name(),
                    StatusCommand.words(part.state()));
        }
    }

    private void failIfHopeless(List<PartStatus> parts, Duration passed) throws IOException {
        Optional<PartStatus> failing = parts.stream()
                .filter(part -> part.restarts() >= TOO_MANY_RESTARTS)
                .findFirst()
                .or(() -> passed.compareTo(LIMIT) < 0
                        ? Optional.empty()
                        : parts.stream()
                                .filter(part -> part.state() != PartState.READY)
                                .findFirst());
        if (failing.isPresent()) {
            String name = failing.get().name();
            throw new CommandFailure(name + " does not become ready." + lastWords(name) + "\nThe whole log: "
                    + installation.log(name) + "\nStop what runs with: ./continuity down");
        }
    }

    private String lastWords(String process) throws IOException {
        Path log = installation.log(process);
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Tail.last(log, 15);
        return " The last lines of its log:\n    " + String.join("\n    ", lines);
    }
}
