package org.mailcontinuity.probe.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.probe.sample.Round;

/**
 * Starts the checks of all monitors it was given at the instants of their grids. A check that cannot start in time is
 * left out and counted, never queued: the next instant is soon. Safe for many threads.
 */
public final class CheckScheduler implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CheckScheduler.class);
    private static final Duration MOST_LATE = Duration.ofSeconds(1);

    private final String vantage;
    private final CheckTask task;
    private final ExecutorService threads;
    private final Semaphore places;
    private final int spareForSchedule;
    private final InstantSource clock;
    private final ScheduleCounts counts = new ScheduleCounts();
    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final DelayQueue<Due> queue = new DelayQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final Thread thread;
    private volatile boolean ending;
    private volatile Duration lag = Duration.ZERO;

    /**
     * @param threads gives each check a thread
     * @param mostAtOnce how many checks may hold connections at the same time
     */
    public CheckScheduler(
            String vantage, CheckTask task, ExecutorService threads, int mostAtOnce, InstantSource clock) {
        this.vantage = vantage;
        this.task = task;
        this.threads = threads;
        this.places = new Semaphore(mostAtOnce);
        this.spareForSchedule = mostAtOnce / 2;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("check-scheduler").start(this::work);
    }

    /** Takes a monitor on, or its new definition, at once. The definition it has already changes nothing. */
    public void put(MonitorDefinition definition) {
        Entry known = entries.get(definition.monitorId());
        if (known != null && known.definition.equals(definition)) {
            return;
        }
        Entry entry = new Entry(definition);
        entries.put(definition.monitorId(), entry);
        queue.add(new Due(entry, entry.grid.after(clock.instant())));
    }

    /** Lets go of a monitor. What a check of it under way finds is not told. */
    public void remove(UUID monitorId) {
        entries.remove(monitorId);
    }

    /** Whether the monitor is this worker's. */
    public boolean has(UUID monitorId) {
        return entries.containsKey(monitorId);
    }

    /**
     * Checks one direction of a monitor now, out of turn, where at least half of the places is free: a wave of
     * suspicions must not push the schedule aside.
     *
     * @param requestedAt the instant asked for, which the samples name
     * @return whether a check was begun; not where the monitor is not this worker's, has no such direction, or is being
     *     checked already
     */
    public boolean confirm(UUID monitorId, Direction direction, Instant requestedAt) {
        Entry entry = entries.get(monitorId);
        if (ending || entry == null || !entry.directions.contains(direction)) {
            return false;
        }
        if (places.availablePermits() <= spareForSchedule) {
            counts.overloaded.increment();
            return false;
        }
        return begin(entry, new Round(entry.definition, vantage, Trigger.CONFIRMATION, requestedAt), direction);
    }

    public int monitors() {
        return entries.size();
    }

    /** How late the latest due check was looked at. */
    public Duration lag() {
        return lag;
    }

    /** How many checks are under way, also those that only wait for an arrival. */
    public int running() {
        return running.get();
    }

    public ScheduleCounts counts() {
        return counts;
    }

    /** Starts no more checks. Those under way end by themselves; {@link #abandon} takes their result's worth. */
    @Override
    public void close() {
        ending = true;
        thread.interrupt();
    }

    /** Lets go of all monitors. */
    public void abandon() {
        entries.clear();
    }

    private void work() {
        while (!ending) {
            try {
                Due due = queue.take();
                if (entries.get(due.entry.definition.monitorId()) == due.entry) {
                    begin(due);
                }
            } catch (InterruptedException e) {
                if (ending) {
                    return;
                }
            }
        }
    }

    private void begin(Due due) {
        Instant now = clock.instant();
        queue.add(new Due(due.entry, due.entry.grid.after(now)));
        lag = Duration.between(due.at, now);
        if (lag.compareTo(MOST_LATE) > 0) {
            counts.late.increment();
            return;
        }
        Round round = new Round(due.entry.definition, vantage, Trigger.SCHEDULED, due.at);
        for (Direction direction : due.entry.directions) {
            begin(due.entry, round, direction);
        }
    }

    private boolean begin(Entry entry, Round round, Direction direction) {
        AtomicBoolean busy = entry.busy(direction);
        if (!busy.compareAndSet(false, true)) {
            counts.overlapping.increment();
            return false;
        }
        if (!places.tryAcquire()) {
            busy.set(false);
            counts.overloaded.increment();
            return false;
        }
        Held held = new Held(entry, busy);
        try {
            running.incrementAndGet();
            threads.execute(() -> run(round, direction, held));
            return true;
        } catch (RejectedExecutionException e) {
            running.decrementAndGet();
            held.release();
            return false;
        }
    }

    private void run(Round round, Direction direction, Held held) {
        counts.started.increment();
        try {
            task.run(round, direction, held);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "check failed monitor=%s direction=%s",
                    round.definition().monitorId(),
                    direction);
        } finally {
            held.release();
            running.decrementAndGet();
        }
    }

    private final class Held implements CheckTask.Claim {
        private final Entry entry;
        private final AtomicBoolean busy;
        private final AtomicBoolean released = new AtomicBoolean();

        Held(Entry entry, AtomicBoolean busy) {
            this.entry = entry;
            this.busy = busy;
        }

        @Override
        public void release() {
            if (released.compareAndSet(false, true)) {
                busy.set(false);
                places.release();
            }
        }

        @Override
        public boolean isWanted() {
            return entries.get(entry.definition.monitorId()) == entry;
        }
    }

    /** A monitor as it is checked now; a changed definition is another entry. */
    private static final class Entry {
        private final MonitorDefinition definition;
        private final Grid grid;
        private final Set<Direction> directions = EnumSet.noneOf(Direction.class);
        private final AtomicBoolean inbound = new AtomicBoolean();
        private final AtomicBoolean outbound = new AtomicBoolean();

        Entry(MonitorDefinition definition) {
            this.definition = definition;
            this.grid = Grid.of(definition.monitorId(), definition.schedule().interval());
            definition.inbound().ifPresent(_ -> directions.add(Direction.INBOUND));
            definition.outbound().ifPresent(_ -> directions.add(Direction.OUTBOUND));
        }

        AtomicBoolean busy(Direction direction) {
            return direction == Direction.OUTBOUND ? outbound : inbound;
        }
    }

    private final class Due implements Delayed {
        private final Entry entry;
        private final Instant at;

        Due(Entry entry, Instant at) {
            this.entry = entry;
            this.at = at;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), at));
        }

        @Override
        public int compareTo(Delayed other) {
            return at.compareTo(((Due) other).at);
        }
    }
}
