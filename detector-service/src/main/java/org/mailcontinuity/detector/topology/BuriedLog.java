package org.mailcontinuity.detector.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells of dead letters without flooding the log: the first of each kind of cause at once, the others as a count a
 * minute. Not thread-safe: one per task.
 *
 * <p>Two causes are of one kind if they begin with the same words, up to the first colon, quote or digit: what follows is
 * what this letter had. Beyond 20 kinds, new ones are counted together.
 */
final class BuriedLog {
    private static final long MINUTE = 60_000;
    private static final int MOST_KINDS = 20;
    private static final String OTHERS = "other causes";

    private final Consumer<String> log;
    private final Map<String, Long> more = new LinkedHashMap<>();
    private long toldAt;

    /** @param log takes a line */
    BuriedLog(Consumer<String> log) {
        this.log = log;
    }

    /** A record became a dead letter. @param now epoch milliseconds */
    void buried(String topic, int partition, long offset, String cause, long now) {
        pass(now);
        String kind = topic + " " + kindOf(cause);
        if (!more.containsKey(kind) && more.size() >= MOST_KINDS) {
            kind = OTHERS;
        }
        if (more.isEmpty()) {
            toldAt = now;
        }
        Long before = more.putIfAbsent(kind, 0L);
        if (before == null) {
            log.accept(
                    "Dead letter topic=%s partition=%d offset=%d cause=%s".formatted(topic, partition, offset, cause));
        } else {
            more.put(kind, before + 1);
        }
    }

    /** Time passed: tells the counts of a minute that is over. A kind that did not come again is new when it next comes. */
    void pass(long now) {
        if (more.isEmpty() || now - toldAt < MINUTE) {
            return;
        }
        toldAt = now;
        more.forEach((kind, count) -> {
            if (count > 0) {
                log.accept("Dead letters more=%d like=%s".formatted(count, kind));
            }
        });
        more.values().removeIf(count -> count == 0);
        more.replaceAll((kind, count) -> 0L);
    }

    private static String kindOf(String cause) {
        int end = 0;
        while (end < cause.length() && !isDetail(cause.charAt(end))) {
            end++;
        }
        return cause.substring(0, end).strip();
    }

    private static boolean isDetail(char letter) {
        return letter == ':' || letter == '\'' || letter == '"' || Character.isDigit(letter);
    }
}
