package org.mailcontinuity.probe.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.probe.maillog.MessageFate;

/**
 * The minutes that are still open. A minute is sealed once: what comes for it later is counted as late and no more, for
 * a count that was posted stands. For one thread.
 */
final class MinuteTally {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration OLDEST = Duration.ofDays(7).minusMinutes(10);
    private static final long MINUTE = 60;

    private final Map<Long, Map<CountKey, Count>> open = new TreeMap<>();
    /** All minutes before this one are sealed. */
    private long sealedUpTo;

    private long late;

    /** @param sealedUpTo the first minute to be counted */
    MinuteTally(Instant sealedUpTo) {
        this.sealedUpTo = minuteOf(sealedUpTo);
    }

    /** A count on disk. */
    record Saved(long minute, UUID monitorId, Direction direction, Count.Saved count) {}

    void restore(List<Saved> saved) {
        saved.forEach(bucket -> open.computeIfAbsent(bucket.minute(), _ -> new HashMap<>())
                .put(new CountKey(bucket.monitorId(), bucket.direction()), Count.of(bucket.count())));
    }

    List<Saved> saved() {
        List<Saved> saved = new ArrayList<>();
        open.forEach((minute, counts) -> counts.forEach(
                (key, count) -> saved.add(new Saved(minute, key.monitorId(), key.direction(), count.saved()))));
        return saved;
    }

    Instant sealedUpTo() {
        return Instant.ofEpochSecond(sealedUpTo * MINUTE);
    }

    /** How many deliveries came too late for their minute. */
    long late() {
        return late;
    }

    void add(CountKey key, MessageFate delivery) {
        long minute = minuteOf(delivery.at());
        if (minute < sealedUpTo) {
            late++;
        } else {
            open.computeIfAbsent(minute, _ -> new HashMap<>())
                    .computeIfAbsent(key, _ -> new Count())
                    .add(delivery);
        }
    }

    /**
     * Seals every minute that was over at {@code until}.
     *
     * @param zeros whose minutes are to be told also where nothing was counted
     * @return a line for each count, oldest first
     */
    List<String> seal(Instant until, List<CountKey> zeros) {
        List<String> lines = new ArrayList<>();
        long end = minuteOf(until);
        // Nobody takes what is older, and a clock that was wrong must not make a million zeros.
        for (long minute = Math.max(sealedUpTo, minuteOf(until.minus(OLDEST))); minute < end; minute++) {
            Map<CountKey, Count> counts = new HashMap<>(open.getOrDefault(minute, Map.of()));
            zeros.forEach(key -> counts.putIfAbsent(key, new Count()));
            long at = minute;
            counts.forEach((key, count) -> lines.add(line(at, key, count)));
        }
        sealedUpTo = Math.max(sealedUpTo, end);
        open.keySet().removeIf(minute -> minute < sealedUpTo);
        return lines;
    }

    private static String line(long minute, CountKey key, Count count) {
        Count.Saved counted = count.saved();
        ObjectNode line = JSON.createObjectNode()
                .put("monitorId", key.monitorId().toString())
                .put("direction", key.direction().name())
                .put("minute", Instant.ofEpochSecond(minute * MINUTE).toString())
                .put("accepted", counted.accepted())
                .put("deferred", counted.deferred())
                .put("rejected", counted.rejected());
        ArrayNode replies = JSON.createArrayNode();
        for (Map.Entry<String, Long> reply : count.topReplies()) {
            String[] parts = reply.getKey().split(" ", 2);
            ObjectNode told = replies.addObject().put("code", Integer.parseInt(parts[0]));
            if (parts.length == 2) {
                told.put("enhanced", parts[1]);
            }
            told.put("count", reply.getValue());
        }
        if (!replies.isEmpty()) {
            line.set("replies", replies);
        }
        return line.toString();
    }

    private static long minuteOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), MINUTE);
    }
}
