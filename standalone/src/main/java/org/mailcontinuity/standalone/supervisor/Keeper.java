package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps one part running until told to stop, and the board up to date about it. */
final class Keeper {
    private static final Logger LOG = Logger.getLogger(Keeper.class.getName());
    private static final Duration LOOK_WHILE_STARTING = Duration.ofMillis(200);
    private static final Duration LOOK_WHILE_RUNNING = Duration.ofSeconds(1);

    private final Part part;
    private final StatusBoard board;
    private final InstantSource clock;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch firstReady = new CountDownLatch(1);
    private int restarts;

    Keeper(Part part, StatusBoard board, InstantSource clock) {
        this.part = part;
        this.board = board;
        this.clock = clock;
        show(PartState.WAITING);
    }

    Part part() {
        return part;
    }

    void begin() {
        Thread.ofVirtual().name(part.name() + "-keeper").start(this::keep);
    }

    /** Returns once the part has been ready, or false when it is stopped before. */
    boolean awaitReady() throws InterruptedException {
        while (!firstReady.await(LOOK_WHILE_STARTING.toMillis(), TimeUnit.MILLISECONDS)) {
            if (stopping.getCount() == 0) {
                return false;
            }
        }
        return true;
    }

    /** Ends the part; returns when it is gone. */
    void stop() {
        stopping.countDown();
        synchronized (part) { // not while it is being started
            part.stop();
        }
        show(PartState.STOPPED);
    }

    private void keep() {
        try {
            while (stopping.getCount() > 0) {
                Instant started = clock.instant();
                if (startUnlessStopping()) {
                    watch();
                }
                if (stopping.getCount() > 0) {
                    restarts++;
                    Duration pause = backoff.afterEnd(started, clock.instant());
                    LOG.warning(part.name() + " has ended; it is started again in " + pause.toSeconds() + " s");
                    show(PartState.RESTARTING);
                    rest(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean startUnlessStopping() {
        synchronized (part) {
            if (stopping.getCount() == 0) {
                return false;
            }
            show(PartState.STARTING);
            try {
                part.start();
                return true;
            } catch (IOException | UncheckedIOException | IllegalStateException e) {
                LOG.log(Level.WARNING, part.name() + " does not start", e);
                return false;
            }
        }
    }

    private void watch() throws InterruptedException {
        boolean wasReady = false;
        while (part.alive() && stopping.getCount() > 0) {
            boolean ready = part.ready();
            if (ready) {
                firstReady.countDown();
            }
            wasReady |= ready;
            if (part.alive() && stopping.getCount() > 0) {
                show(ready ? PartState.READY : wasReady ? PartState.NOT_READY : PartState.STARTING);
            }
            rest(wasReady ? LOOK_WHILE_RUNNING : LOOK_WHILE_STARTING);
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        boolean ignored = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void show(PartState state) {
        board.set(part.name(), state, part.pid(), restarts);
    }
}
