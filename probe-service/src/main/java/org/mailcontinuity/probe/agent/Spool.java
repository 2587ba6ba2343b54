package org.mailcontinuity.probe.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;

/** Lines on their way, oldest first. When it is full the oldest makes way. For one thread. */
final class Spool {
    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final int LARGEST_BATCH = 2000;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final int capacity;
    private final TrafficClient client;
    private final InstantSource clock;
    private final Deque<String> lines = new ArrayDeque<>();
    private Instant nextAt = Instant.MIN;
    private Duration pause = Duration.ZERO;
    private int batch = LARGEST_BATCH;
    private long dropped;
    private long posted;

    Spool(int capacity, TrafficClient client, InstantSource clock) {
        this.capacity = capacity;
        this.client = client;
        this.clock = clock;
    }

    void add(List<String> more) {
        lines.addAll(more);
        while (lines.size() > capacity) {
            lines.removeFirst();
            dropped++;
        }
    }

    List<String> saved() {
        return List.copyOf(lines);
    }

    int size() {
        return lines.size();
    }

    long posted() {
        return posted;
    }

    long dropped() {
        return dropped;
    }

    /** Whether there is something to post, and the time to try has come. */
    boolean isDue() {
        return !lines.isEmpty() && !clock.instant().isBefore(nextAt);
    }

    /** Posts the oldest lines; those that are settled are let go of. */
    void post() throws InterruptedException {
        List<String> some = new ArrayList<>(lines.stream().limit(batch).toList());
        switch (client.post(some)) {
            case TrafficClient.Answer.Settled(String report) -> settled(some.size(), report);
            case TrafficClient.Answer.TooLarge() -> batch = Math.max(1, batch / 2);
            case TrafficClient.Answer.Later(Duration after, String why) -> later(after, why);
        }
    }

    private void settled(int count, String report) {
        for (int i = 0; i < count; i++) {
            lines.removeFirst();
        }
        if (!pause.isZero()) {
            LOG.info("counts are taken again");
        }
        if (report.contains("\"errors\":[{")) {
            LOG.warnf("lines refused report=%s", report);
        }
        pause = Duration.ZERO;
        posted += count;
    }

    private void later(Duration after, String why) {
        if (pause.isZero()) {
            LOG.warnf("counts are not taken now, they wait waiting=%d why=%s", lines.size(), why);
        }
        Duration doubled = pause.isZero() ? after : pause.multipliedBy(2);
        Duration bounded = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        pause = bounded.compareTo(after) < 0 ? after : bounded;
        nextAt = clock.instant().plus(pause);
    }
}
