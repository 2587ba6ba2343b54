package org.mailcontinuity.probe.agent;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.probe.maillog.MessageFate;
import org.mailcontinuity.probe.maillog.ReplySeen;

/** The counts of a minute. For one thread. */
final class Count {
    private static final int MOST_KINDS = 200;
    private static final int MOST_TOLD = 10;

    private long accepted;
    private long deferred;
    private long rejected;
    private final Map<String, Long> replies = new LinkedHashMap<>();

    /** A copy, to be kept on disk; a reply is written as {@code 451 4.7.1}. */
    record Saved(long accepted, long deferred, long rejected, Map<String, Long> replies) {}

    static Count of(Saved saved) {
        Count count = new Count();
        count.accepted = saved.accepted();
        count.deferred = saved.deferred();
        count.rejected = saved.rejected();
        count.replies.putAll(saved.replies());
        return count;
    }

    Saved saved() {
        return new Saved(accepted, deferred, rejected, new LinkedHashMap<>(replies));
    }

    void add(MessageFate delivery) {
        switch (delivery.fate()) {
            case ACCEPTED -> accepted++;
            case DEFERRED -> deferred++;
            case REJECTED -> rejected++;
        }
        delivery.reply().map(Count::text).ifPresent(reply -> {
            if (replies.containsKey(reply) || replies.size() < MOST_KINDS) {
                replies.merge(reply, 1L, Long::sum);
            }
        });
    }

    /** The most frequent replies, most frequent first. */
    List<Map.Entry<String, Long>> topReplies() {
        return replies.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TOLD)
                .toList();
    }

    private static String text(ReplySeen reply) {
        return reply.code() + reply.enhanced().map(code -> " " + code).orElse("");
    }
}
