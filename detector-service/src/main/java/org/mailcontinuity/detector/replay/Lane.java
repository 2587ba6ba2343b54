package org.mailcontinuity.detector.replay;

import java.time.Duration;
import java.util.PriorityQueue;

/**
 * A clock and the monitors that go by it. The clock is the running maximum of the samples' times; a tick is due at each
 * multiple of 10 s of it, and touches the monitors for which time can find something.
 */
final class Lane {
    static final long BEFORE_ALL = Long.MIN_VALUE / 4;

    private static final long TICK = Duration.ofSeconds(10).toMillis();

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private final ReplayListener listener;
    private long clock = BEFORE_ALL;

    private record Due(long tick, long order, Watching watching) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTick = Long.compare(tick, other.tick);
            return byTick != 0 ? byTick : Long.compare(order, other.order);
        }
    }

    private long orders;

    Lane(ReplayListener listener) {
        this.listener = listener;
    }

    long clock() {
        return clock;
    }

    /** Moves the clock on, and lets time pass up to just before it. */
    void advance(long to) {
        if (to > clock) {
            pass(to);
            clock = to;
        }
    }

    /** Tells the monitor the time of the last tick: it need not have been due for it, but a sample must not precede it. */
    void bringUpToDate(Watching watching) {
        long last = Math.ceilDiv(clock, TICK) * TICK - TICK;
        if (watching.tickedAt < last) {
            tick(watching, last);
        }
    }

    /** The file has ended: lets time pass up to the clock itself. */
    void end() {
        pass(clock + 1);
    }

    /** Queues the monitor for the tick at which it is due, if that is earlier than the one it waits for. */
    void schedule(Watching watching) {
        long due = watching.dueAt();
        if (due == Long.MAX_VALUE) {
            return;
        }
        long tick = Math.ceilDiv(due, TICK) * TICK;
        if (tick < watching.queuedFor) {
            watching.queuedFor = tick;
            queue.add(new Due(tick, orders++, watching));
        }
    }

    private void pass(long before) {
        for (Due due = queue.peek(); due != null && due.tick < before; due = queue.peek()) {
            queue.remove();
            Watching watching = due.watching;
            if (watching.queuedFor != due.tick) {
                continue;
            }
            watching.queuedFor = Long.MAX_VALUE;
            if (watching.dueAt() <= due.tick) {
                watching.tick(due.tick).forEach(finding -> listener.found(watching.monitor.monitorId(), finding));
                requeueAfter(watching, due.tick);
            } else {
                schedule(watching);
            }
        }
    }

    private void tick(Watching watching, long at) {
        watching.tick(at).forEach(finding -> listener.found(watching.monitor.monitorId(), finding));
    }

    /** What is still due after its tick is looked at again with the next one, as the stream does. */
    private void requeueAfter(Watching watching, long tick) {
        long due = watching.dueAt();
        if (due != Long.MAX_VALUE) {
            watching.queuedFor = Math.max(tick + TICK, Math.ceilDiv(due, TICK) * TICK);
            queue.add(new Due(watching.queuedFor, orders++, watching));
        }
    }
}
