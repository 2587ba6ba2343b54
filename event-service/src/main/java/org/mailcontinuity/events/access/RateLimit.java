package org.mailcontinuity.events.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A token bucket for each caller. Thread-safe. */
public final class RateLimit {
    private static final int MOST_CALLERS = 10_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final InstantSource clock;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * @param perSecond how many requests a second a caller may make for ever
     * @param burst how many at once after a pause
     */
    public RateLimit(double perSecond, double burst, InstantSource clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    /** Takes one request from the caller's bucket. If it is empty: how long until one is there. */
    public Optional<Duration> take(String caller) {
        Instant now = clock.instant();
        if (buckets.size() >= MOST_CALLERS) {
            buckets.values().removeIf(bucket -> refilled(bucket, now) >= burst);
        }
        Bucket after = buckets.compute(caller, (name, before) -> {
            double there = before == null ? burst : refilled(before, now);
            return there >= 1 ? new Bucket(there - 1, now, true) : new Bucket(there, now, false);
        });
        return after.taken()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) Math.ceil((1 - after.requests()) / perSecond * NANOS)));
    }

    private double refilled(Bucket bucket, Instant now) {
        double seconds = Math.max(0, Duration.between(bucket.at(), now).toNanos() / NANOS);
        return Math.min(burst, bucket.requests() + seconds * perSecond);
    }

    private record Bucket(double requests, Instant at, boolean taken) {}
}
