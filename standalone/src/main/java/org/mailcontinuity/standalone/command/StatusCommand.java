package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mailcontinuity.standalone.demo.AdminToken;
import org.mailcontinuity.standalone.demo.ApiClient;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.mailcontinuity.standalone.supervisor.PartState;
import org.mailcontinuity.standalone.supervisor.PartStatus;
import org.mailcontinuity.standalone.supervisor.StatusBoard;
import org.mailcontinuity.standalone.supervisor.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how each part fares; exit code 0 only when all are ready. */
@Command(
        name = "status",
        description =
                "Shows how each part and each vantage fares. Exit code 0: all ready, 1: not running, 2: not all ready.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_READY = 2;

    @Mixin
    private Place place;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = place.running();
        Instant now = InstantSource.system().instant();
        List<PartStatus> parts = StatusBoard.read(Supervisor.boardFile(installation));
        System.out.printf(Locale.ROOT, "%-17s %-12s %8s  %-10s %s%n", "PART", "STATE", "PID", "SINCE", "RESTARTS");
        for (PartStatus part : parts) {
            System.out.printf(
                    Locale.ROOT,
                    "%-17s %-12s %8s  %-10s %d%n",
                    part.name(),
                    words(part.state()),
                    part.pid().isPresent() ? part.pid().getAsLong() : "-",
                    words(Duration.between(part.since(), now)),
                    part.restarts());
        }
        System.out.println();
        tellVantages(installation, now);
        System.out.println("\nConsole and API: " + installation.url() + "   Data: " + installation.data());
        return parts.stream().allMatch(part -> part.state() == PartState.READY) ? 0 : NOT_READY;
    }

    /** What only the running system knows; while it cannot be asked, that is said. */
    private static void tellVantages(Installation installation, Instant now) throws InterruptedException {
        try {
            Optional<ApiClient> api = AdminToken.kept(installation)
                    .map(token -> new ApiClient("http://127.0.0.1:" + installation.port(Port.EVENT_SERVICE), token));
            if (api.isPresent()) {
                new VantageLines(api.get(), now).all().forEach(System.out::println);
            } else {
                System.out.println("Vantages: not known here, for there is no token in " + installation.adminToken());
            }
        } catch (IOException e) {
            System.out.println("Vantages: not known, the event-service does not answer");
        }
    }

    static String words(PartState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String words(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
