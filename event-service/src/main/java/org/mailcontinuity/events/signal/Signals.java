package org.mailcontinuity.events.signal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Wake-up calls between the replicas. A signal says "look again" and never carries the news itself: one may be lost
 * while the database is away, so whoever waits for signals also looks by itself now and then, and after a
 * reconnection everybody is called once. Thread-safe.
 */
public final class Signals {
    private final Map<Channel, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** What a signal is about. */
    public enum Channel {
        /** There is something to publish. */
        OUTBOX,
        /** The stream grew. */
        STREAM,
        /** Mode of a scope changed; the payload is the scope. */
        MODE,
        /** Who belongs to a user group changed. */
        AUDIENCE
    }

    /**
     * @param listener called with the signal's payload ({@code ""} after a reconnection), on the thread that listens to
     *     the database: it must return at once
     * @return what to call to stop listening
     */
    public Runnable listen(Channel channel, Consumer<String> listener) {
        List<Consumer<String>> all = listeners.computeIfAbsent(channel, key -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    /** Whether the service is stopping: whoever waits for a signal gives up. */
    public boolean closed() {
        return closed;
    }

    /** Wakes everybody for the last time. */
    void close() {
        closed = true;
        deliverToAll();
    }

    /** Passes a signal on to those who listen in this process. */
    void deliver(Channel channel, String payload) {
        listeners.getOrDefault(channel, List.of()).forEach(listener -> listener.accept(payload));
    }

    void deliverToAll() {
        listeners.keySet().forEach(channel -> deliver(channel, ""));
    }
}
