package org.mailcontinuity.probe.guard;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the number of connections to one server (address and port) small, so that a provider with thousands of monitored domains is not
 * hammered. Safe for many threads; fair to those who wait.
 */
public final class HostLimits {
    private final int most;
    private final Map<InetSocketAddress, Gate> gates = new ConcurrentHashMap<>();
    private final LongAdder refusals = new LongAdder();

    /** @param most connections at once to one server, at least 1 */
    public HostLimits(int most) {
        this.most = most;
    }

    /** A place at an address, given back by closing it. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** How often nobody could be let in since the start. */
    public long refusals() {
        return refusals.sum();
    }

    /** Waits for a place; empty if none came free in time, or the thread was interrupted. */
    public Optional<Place> enter(InetSocketAddress address, Duration patience) {
        Gate gate = gates.compute(address, (_, known) -> (known == null ? new Gate(most) : known).joined());
        try {
            if (gate.places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.of(() -> {
                    gate.places.release();
                    leave(address);
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave(address);
        refusals.increment();
        return Optional.empty();
    }

    /** How many addresses somebody is at, or waits for. */
    int size() {
        return gates.size();
    }

    private void leave(InetSocketAddress address) {
        gates.computeIfPresent(address, (_, gate) -> gate.left());
    }

    /** Its count of users changes only within an atomic operation on the map. */
    private static final class Gate {
        private final Semaphore places;
        private int users;

        Gate(int most) {
            this.places = new Semaphore(most, true);
        }

        Gate joined() {
            users++;
            return this;
        }

        @Nullable
        Gate left() {
            users--;
            return users == 0 ? null : this;
        }
    }
}
