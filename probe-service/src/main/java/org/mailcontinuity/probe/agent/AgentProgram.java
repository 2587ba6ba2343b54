package org.mailcontinuity.probe.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** {@code ./continuity agent --config FILE}: runs until it is told to stop. */
public final class AgentProgram {
    private static final Logger LOG = Logger.getLogger(AgentProgram.class);
    private static final String USAGE = """
            Usage: ./continuity agent --config FILE [--check]

            Follows the logs of a mail server and posts what it counts, until it is stopped. docs/traffic.md
            explains the file. --check reads it, says what it found, and ends.
            """;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private AgentProgram() {}

    /** Ends with 0 when stopped, 2 for wrong arguments or settings. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        int config = words.indexOf("--config");
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(USAGE);
            return;
        }
        if (config < 0 || config + 1 >= words.size()) {
            System.err.print(USAGE);
            System.exit(2);
        }
        try {
            AgentSettings settings = AgentSettings.read(Path.of(words.get(config + 1)));
            if (words.contains("--check")) {
                check(settings);
            } else {
                run(new Agent(settings, InstantSource.system()));
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            System.err.println("The agent cannot start: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void check(AgentSettings settings) {
        System.out.println("posts to " + settings.endpoint());
        if (!Files.isReadable(settings.tokenFile())) {
            System.out.println("the token file cannot be read: " + settings.tokenFile());
        }
        settings.logs().forEach(log -> System.out.println("follows " + log.path() + " as " + log.format()));
        settings.monitors()
                .forEach(monitor -> System.out.println("counts " + monitor.domains() + " for " + monitor.monitorId()));
    }

    private static void run(Agent agent) throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                stopped.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (agent) {
            Duration pause = PAUSE;
            while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = round(agent);
            }
        } finally {
            stopped.countDown();
        }
    }

    private static Duration round(Agent agent) throws InterruptedException {
        try {
            agent.round();
            return PAUSE;
        } catch (IOException e) {
            LOG.warnf("a log or the state cannot be read or written now cause=%s", e);
            return AFTER_FAILURE;
        }
    }
}
