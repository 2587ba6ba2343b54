package org.mailcontinuity.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The topics of Continuity. Each has one writer; dead-letter topics, which every reader may write, are apart. */
public final class Topics {
    public static final Topic MONITORS = compacted("monitors", "event-service", 12, true);
    public static final Topic SAMPLES = kept("samples", "probe-service", Duration.ofDays(7), true);
    public static final Topic ARRIVALS = kept("arrivals", "probe-service", Duration.ofDays(1), false);
    public static final Topic CONFIRMATIONS = kept("confirmations", "detector-service", Duration.ofHours(1), false);
    public static final Topic VANTAGES = compacted("vantages", "probe-service", 1, false);
    public static final Topic CONTACTS = compacted("contacts", "event-service", 12, false);
    public static final Topic AUDIENCES = compacted("audiences", "event-service", 12, false);
    public static final Topic WINDOWS = kept("windows", "detector-service", Duration.ofDays(30), false);
    public static final Topic DISRUPTIONS = kept("disruptions", "detector-service", Duration.ofDays(90), false);
    public static final Topic EVENTS = compactedAndKept("events", "event-service");
    public static final Topic MODE = compacted("mode", "event-service", 1, false);
    public static final Topic ALERTS = compactedAndKept("alerts", "event-service");
    public static final Topic NOTIFICATIONS = kept("notifications", "notifier-service", Duration.ofDays(90), false);
    public static final Topic RECOVERIES = compactedAndKept("recoveries", "mailbox-service");

    private static final List<Topic> PRIMARY = List.of(
            MONITORS,
            SAMPLES,
            ARRIVALS,
            CONFIRMATIONS,
            VANTAGES,
            CONTACTS,
            AUDIENCES,
            WINDOWS,
            DISRUPTIONS,
            EVENTS,
            MODE,
            ALERTS,
            NOTIFICATIONS,
            RECOVERIES);

    private Topics() {}

    /** The topics that carry messages, without their dead-letter topics. */
    public static List<Topic> primary() {
        return PRIMARY;
    }

    /** Every topic that the deployment creates: the primary ones and their dead-letter topics. */
    public static List<Topic> all() {
        return PRIMARY.stream()
                .flatMap(topic -> Stream.of(topic, topic.deadLetter()))
                .toList();
    }

    private static Topic kept(String name, String writer, Duration retention, boolean logAppendTime) {
        return new Topic("continuity." + name, writer, 12, false, Optional.of(retention), logAppendTime);
    }

    private static Topic compacted(String name, String writer, int partitions, boolean logAppendTime) {
        return new Topic("continuity." + name, writer, partitions, true, Optional.empty(), logAppendTime);
    }

    private static Topic compactedAndKept(String name, String writer) {
        return new Topic("continuity." + name, writer, 12, true, Optional.of(Duration.ofDays(90)), false);
    }
}
