package org.mailcontinuity.notifier.outbox;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jboss.logging.Logger;

/**
 * Publishes what is unsent, in the order of positions for each lane (topic and key).
 *
 * <ol>
 *   <li>Read the oldest unsent rows, without the lanes that are stopped.
 *   <li>Publish the first row of every lane at once, then the second of each, and so on; a lane ends at its first
 *       failure.
 *   <li>Mark what the broker has. A crash before this step publishes the same rows again, with the same ids.
 *   <li>A lane whose row the broker refuses is stopped for a while, longer each time; the others go on.
 * </ol>
 */
final class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;

    private final KafkaPublisher publisher;
    private final StoppedLanes stopped;
    private final OutboxMetrics metrics;
    private final InstantSource clock;

    OutboxRelay(KafkaPublisher publisher, StoppedLanes stopped, OutboxMetrics metrics, InstantSource clock) {
        this.publisher = publisher;
        this.stopped = stopped;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** How a pass ended. */
    enum Pass {
        /** Everything is sent, but for stopped lanes. */
        DONE,
        /** There may be more to send. */
        MORE,
        /** The broker does not answer. */
        BROKER_AWAY
    }

    Pass pass(OutboxConnection database) throws SQLException, InterruptedException {
        List<OutboxRow> rows = database.unsent(BATCH, stopped.at(clock.instant()));
        metrics.waiting(rows);
        Map<String, Queue<OutboxRow>> lanes = new LinkedHashMap<>();
        rows.forEach(row ->
                lanes.computeIfAbsent(row.lane(), lane -> new ArrayDeque<>()).add(row));
        List<OutboxRow> sent = new ArrayList<>();
        boolean away = false;
        while (!lanes.isEmpty() && !away) {
            away = round(lanes, sent);
        }
        if (!sent.isEmpty()) {
            database.markSent(sent);
        }
        if (away) {
            return Pass.BROKER_AWAY;
        }
        return rows.isEmpty() ? Pass.DONE : Pass.MORE;
    }

    /** Publishes the head of every lane. Returns whether the broker is away. */
    private boolean round(Map<String, Queue<OutboxRow>> lanes, List<OutboxRow> sent) throws InterruptedException {
        List<OutboxRow> heads = heads(lanes.values());
        List<KafkaPublisher.Result> results = publisher.publish(heads);
        boolean away = false;
        for (int i = 0; i < heads.size(); i++) {
            OutboxRow row = heads.get(i);
            switch (results.get(i)) {
                case KafkaPublisher.Sent ok -> {
                    sent.add(row);
                    stopped.release(row.lane());
                }
                case KafkaPublisher.BrokerAway failure -> {
                    lanes.remove(row.lane());
                    away = true;
                    LOG.warnf("broker away topic_key=%s cause=%s", row.lane(), failure.cause());
                }
                case KafkaPublisher.Refused failure -> {
                    lanes.remove(row.lane());
                    stopped.stop(row.lane(), clock.instant());
                    LOG.errorf("message refused topic_key=%s id=%s cause=%s", row.lane(), row.id(), failure.cause());
                }
            }
        }
        lanes.values().removeIf(Queue::isEmpty);
        return away;
    }

    private static List<OutboxRow> heads(Collection<Queue<OutboxRow>> lanes) {
        return lanes.stream().map(Queue::remove).toList();
    }
}
