package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.mailcontinuity.standalone.installation.Installation;

/**
 * Runs an installation: first what the services stand on, then, once topics and databases are there, the services.
 * A part that ends by itself is started again. Thread-safe.
 */
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Supervisor.class.getName());

    private final List<Keeper> foundation;
    private final List<Keeper> services;
    private final Preparation preparation;
    private final StatusBoard board;

    /** What has to be done between the two. */
    interface Preparation {
        void run() throws IOException;
    }

    Supervisor(List<Part> foundation, Preparation preparation, List<Part> services, StatusBoard board) {
        InstantSource clock = InstantSource.system();
        this.board = board;
        this.preparation = preparation;
        this.foundation =
                foundation.stream().map(part -> new Keeper(part, board, clock)).toList();
        this.services =
                services.stream().map(part -> new Keeper(part, board, clock)).toList();
    }

    /** The supervisor of an installation; makes its secrets and configuration, starts nothing. */
    public static Supervisor of(Installation installation) throws IOException {
        return Assembly.of(installation).supervisor();
    }

    /** Where a supervisor tells how its parts fare. */
    public static Path boardFile(Installation installation) {
        return installation.run().resolve("status");
    }

    /** Begins to start everything; returns at once. */
    public void start() {
        foundation.forEach(Keeper::begin);
        Thread.ofVirtual().name("services-start").start(this::startServices);
    }

    private void startServices() {
        try {
            for (Keeper keeper : foundation) {
                if (!keeper.awaitReady()) {
                    return;
                }
            }
            preparation.run();
            services.forEach(Keeper::begin);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, "topics and databases cannot be prepared, the services are not started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How each part fares. */
    public List<PartStatus> status() {
        return board.parts();
    }

    /** Whether every part does its work. */
    public boolean ready() {
        return status().stream().allMatch(part -> part.state() == PartState.READY);
    }

    /** The process of a part, while it is alive. */
    public OptionalLong pid(String part) {
        return Stream.concat(foundation.stream(), services.stream())
                .map(Keeper::part)
                .filter(each -> each.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no part " + part))
                .pid();
    }

    /** Ends everything in order: services together, then what they stand on, the last started first. */
    @Override
    public void close() {
        List<Thread> ends = services.stream()
                .map(keeper -> Thread.ofVirtual().start(keeper::stop))
                .toList();
        for (Thread end : ends) {
            try {
                end.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        foundation.reversed().forEach(Keeper::stop);
    }
}
