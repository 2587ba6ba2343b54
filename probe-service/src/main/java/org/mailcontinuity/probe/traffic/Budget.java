package org.mailcontinuity.probe.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much somebody may do a minute: a bucket each that holds one minute's worth and fills steadily. Remembers a bounded
 * number of them. Safe for many threads.
 */
final class Budget {
    private static final int MOST_REMEMBERED = 10_000;

    private final long perMinute;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Bucket(double left, Instant at) {}

    Budget(long perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Spends one; false where nothing is left. */
    synchronized boolean spend(String name) {
        Bucket bucket = refilled(name);
        boolean allowed = bucket.left() >= 1;
        buckets.put(name, allowed ? new Bucket(bucket.left() - 1, bucket.at()) : bucket);
        return allowed;
    }

    /** Whether anything is left, without spending it. */
    synchronized boolean has(String name) {
        return refilled(name).left() >= 1;
    }

    private Bucket refilled(String name) {
        Instant now = clock.instant();
        Bucket bucket = buckets.get(name);
        if (bucket == null) {
            return new Bucket(perMinute, now);
        }
        double gained = Math.max(0, Duration.between(bucket.at(), now).toMillis()) * perMinute / 60_000.0;
        return new Bucket(Math.min(perMinute, bucket.left() + gained), now);
    }
}
