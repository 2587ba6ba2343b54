package org.mailcontinuity.probe.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The records not yet written, oldest first. When it is full the oldest makes way and is counted: the newest tell more
 * about now. Safe for many threads.
 */
final class PendingRecords {
    private final int capacity;
    private final Deque<PendingRecord> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private long added;
    private long dropped;

    PendingRecords(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, but is: " + capacity);
        }
        this.capacity = capacity;
    }

    void add(PendingRecord record) {
        lock.lock();
        try {
            waiting.addLast(record);
            added++;
            shed();
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes back what could not be written, to its old place. */
    void returned(List<PendingRecord> records) {
        lock.lock();
        try {
            records.reversed().forEach(waiting::addFirst);
            shed();
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The oldest ones, at most {@code most}; waits a while for the first, and may then be empty. */
    List<PendingRecord> take(int most, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            List<PendingRecord> taken = new ArrayList<>();
            while (taken.size() < most && !waiting.isEmpty()) {
                taken.add(waiting.removeFirst());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many records came in since the start. */
    long added() {
        lock.lock();
        try {
            return added;
        } finally {
            lock.unlock();
        }
    }

    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private void shed() {
        while (waiting.size() > capacity) {
            waiting.removeFirst();
            dropped++;
        }
    }
}
