package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.standalone.demo.AdminToken;
import org.mailcontinuity.standalone.demo.DemoSetup;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Listener;
import org.mailcontinuity.standalone.installation.PrivateFiles;
import org.mailcontinuity.standalone.installation.StartedAs;
import org.mailcontinuity.standalone.installation.Vantage;
import org.mailcontinuity.standalone.supervisor.Leftovers;
import org.mailcontinuity.standalone.supervisor.Supervisor;
import org.mailcontinuity.standalone.supervisor.SupervisorProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything in the background and returns when it is ready. */
@Command(
        name = "up",
        description = "Starts everything in the background and waits until it is ready.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private static final List<String> SERVICES =
            List.of("event-service", "probe-service", "detector-service", "notifier-service");

    @Mixin
    private Place place;

    @Option(
            names = "--demo",
            negatable = true,
            description = "With the demo mail system, a monitor for it and a contact (default: as last time).")
    private @Nullable Boolean demo;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Added to every port, so that two can run side by side (default: as last time, at first 0).")
    private @Nullable Integer portOffset;

    @Option(
            names = "--vantages",
            paramLabel = "N",
            description =
                    "How many vantages look, 1 to 9, each a process (default: as last time, at first 3 with the demo"
                            + " and else 1).")
    private @Nullable Integer vantages;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "Listen on this address of the machine, or 0.0.0.0 for all, for consoles, links in alerts, counts of"
                            + " real mail and test mail (default: as last time, at first 127.0.0.1). Put TLS in front of it:"
                            + " docs/security.md.")
    private @Nullable String bind;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Installation> known = place.known();
        if (known.isPresent() && SupervisorProcess.find(known.get()).isPresent()) {
            return alreadyRunning(known.get());
        }
        Installation installation = wanted(known);
        int left = Leftovers.end(installation);
        if (left > 0) {
            out.println("Ended " + left + " processes that an earlier run had left behind.");
        }
        refuseTakenPorts(installation);
        refuseMissingServices(installation);
        start(installation);
        welcome(installation);
        return 0;
    }

    private Installation wanted(Optional<Installation> known) {
        boolean withDemo = demo != null ? demo : known.map(Installation::demo).orElse(false);
        int count = vantages != null
                ? vantages
                : known.filter(before -> before.demo() == withDemo)
                        .map(Installation::vantageCount)
                        .orElse(withDemo ? Installation.DEMO_VANTAGES : 1);
        if (count < 1 || count > Vantage.MOST) {
            throw new CommandFailure("There can be 1 to " + Vantage.MOST + " vantages, not " + count + ".");
        }
        return new Installation(
                place.home(),
                place.data(),
                portOffset != null
                        ? portOffset
                        : known.map(Installation::portOffset).orElse(0),
                withDemo,
                count,
                bind != null ? bindable(bind) : known.map(Installation::bind).orElse(Installation.LOOPBACK));
    }

    /** Only an address: a name would be looked up by each part anew. */
    private static String bindable(String address) {
        boolean numeric = address.matches("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
        try (ServerSocket socket = new ServerSocket()) {
            if (numeric) {
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
                return address;
            }
        } catch (IOException e) {
            throw new CommandFailure(address + " is not an address of this machine: " + e.getMessage());
        }
        throw new CommandFailure("--bind takes an address of this machine such as 192.0.2.10, or 0.0.0.0.");
    }

    private Integer alreadyRunning(Installation running) throws IOException, InterruptedException {
        if ((demo != null && demo != running.demo())
                || (portOffset != null && portOffset != running.portOffset())
                || (vantages != null && vantages != running.vantageCount())
                || (bind != null && !bind.equals(running.bind()))) {
            throw new CommandFailure("Continuity is already running here with port offset " + running.portOffset()
                    + ", with " + running.vantageCount() + (running.vantageCount() == 1 ? " vantage" : " vantages")
                    + (running.demo() ? " and the demo." : " and without the demo.")
                    + "\nStop it first with: ./continuity down");
        }
        new Progress(running, out, InstantSource.system()).awaitReady();
        out.println("Continuity is already running.");
        welcome(running);
        return 0;
    }

    private static void refuseTakenPorts(Installation installation) {
        List<Listener> taken = TakenPorts.find(installation);
        if (!taken.isEmpty()) {
            throw new CommandFailure(taken.stream()
                            .map(listener -> "Port " + listener.port() + " (" + listener.purpose() + ") is taken.")
                            .collect(Collectors.joining("\n"))
                    + "\nNothing was started. Free the ports, or choose others with: ./continuity up --port-offset "
                    + (installation.portOffset() + 10_000) % 40_000);
        }
    }

    private static void refuseMissingServices(Installation installation) {
        for (String service : SERVICES) {
            if (!Files.exists(installation.serviceJar(service))) {
                throw new CommandFailure(service + " is not built: " + installation.serviceJar(service)
                        + " is missing.\nBuild it with: ./continuity build");
            }
        }
    }

    /** Starts an installation and waits until it is ready. */
    static void start(Installation installation) throws IOException, InterruptedException {
        PrintStream out = System.out;
        PrivateFiles.createFolder(installation.data());
        StartedAs.write(installation);
        Files.deleteIfExists(Supervisor.boardFile(installation));
        out.println("Starting Continuity (data in " + installation.data() + ")");
        Process supervisor = Launch.supervisor(installation);
        Thread interrupted = new Thread(supervisor::destroy, "interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted); // Ctrl-C while starting stops what has been started
        new Progress(installation, out, InstantSource.system()).awaitReady(supervisor);
        Runtime.getRuntime().removeShutdownHook(interrupted);
    }

    private void welcome(Installation installation) throws IOException, InterruptedException {
        Optional<String> token = AdminToken.take(installation);
        out.println();
        out.println("Continuity is ready:  " + installation.url());
        token.ifPresent(text -> out.println("Admin token:          " + text
                + "\n                      (shown only this once; kept in " + installation.adminToken() + ")"));
        if (installation.demo()) {
            prepareDemo(installation);
            out.println();
            out.println("The demo organisation example.test is being watched. Break its mail and see what happens:");
            suggest("demo fault down", "its mail servers refuse every connection");
            suggest("demo inbox", "the alert, with a link to start continuity mode");
            suggest("demo recover", "mend it");
            tellOfVantages(installation);
        } else {
            out.println();
            out.println("Next: create a monitor (docs/getting-started.md), or see it all work with a demo:");
            out.println("  ./continuity down" + place.sameOption() + " && ./continuity up --demo" + place.sameOption());
        }
        if (installation.open()) {
            out.println(
                    "It listens on " + installation.bind() + " without encryption: put TLS in front of it, and set the"
                            + " address that alerts link to,\n  continuity.public-url, in "
                            + installation.settings("notifier-service"));
        }
        out.println("Stop with: ./continuity down" + place.sameOption());
    }

    private void suggest(String command, String purpose) {
        out.printf("  ./continuity %-20s  %s%n", command + place.sameOption(), purpose);
    }

    private void tellOfVantages(Installation installation) {
        List<Vantage> all = installation.vantages();
        if (all.size() == 1) {
            return;
        }
        Vantage second = all.get(1);
        out.println("It is watched from " + all.size() + " vantages. See what a fault of one of them comes to:");
        suggest("demo cut " + second.name(), "cut its network; join mends it");
        if (second.ownAddress().isEmpty()) {
            out.println("  (not on this system: it has no " + second.address()
                    + ", so all vantages share 127.0.0.1. On macOS, before up:");
            all.forEach(vantage -> out.println(
                    "     sudo ifconfig lo0 alias " + vantage.address() + (vantage.number() == all.size() ? ")" : "")));
        }
    }

    private static void prepareDemo(Installation installation) throws IOException, InterruptedException {
        DemoSetup.of(installation)
                .orElseThrow(() -> new CommandFailure("The demo's monitor cannot be made: the admin token is not in "
                        + installation.adminToken() + " any more. Put one there and run ./continuity up --demo again."))
                .ensure();
    }
}
