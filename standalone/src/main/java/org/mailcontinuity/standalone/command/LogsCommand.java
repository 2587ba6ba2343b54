package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.standalone.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of the logs, and what comes. */
@Command(name = "logs", description = "Shows the logs.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(300);

    @Mixin
    private Place place;

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description = "One part only, such as event-service, broker, database, mail, supervisor.")
    private @Nullable String part;

    @Option(names = "-f", description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            description = "How many last lines of each (default: ${DEFAULT-VALUE}).")
    private int lines = 50;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = place.known()
                .orElseThrow(() -> new CommandFailure("Continuity was never started here: there are no logs."));
        Map<Path, Long> shown = new HashMap<>();
        for (Path log : logs(installation)) {
            for (String line : Tail.last(log, lines)) {
                System.out.println(prefix(log) + line);
            }
            shown.put(log, Files.size(log));
        }
        while (follow) {
            Thread.sleep(LOOK);
            for (Path log : logs(installation)) {
                shown.put(log, showFrom(log, shown.getOrDefault(log, 0L)));
            }
        }
        return 0;
    }

    private List<Path> logs(Installation installation) throws IOException {
        if (part != null) {
            if (!Files.exists(installation.log(part))) {
                throw new CommandFailure("There is no log of " + part + " in " + installation.logs());
            }
            return List.of(installation.log(part));
        }
        try (Stream<Path> found = Files.list(installation.logs())) {
            return found.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private String prefix(Path log) {
        return part != null ? "" : log.toFile().getName().replace(".log", "") + " | ";
    }

    /** Shows whole lines only; returns up to where. A file that became shorter was rotated and begins anew. */
    private long showFrom(Path log, long from) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(log.toFile(), "r")) {
            long start = access.length() < from ? 0 : from;
            access.seek(start);
            String line = access.readLine();
            while (line != null && access.getFilePointer() <= access.length()) {
                System.out.println(prefix(log) + line);
                line = access.readLine();
            }
            return access.getFilePointer();
        }
    }
}
