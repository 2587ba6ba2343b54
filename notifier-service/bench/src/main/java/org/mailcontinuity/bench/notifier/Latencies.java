package org.mailcontinuity.bench.notifier;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How long it took from an alert's publishing to the hand-over of each of its deliveries. One thread. */
final class Latencies {
    private final Arrivals arrivals;
    private final Map<UUID, Long> published = new HashMap<>();

    Latencies(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    void published(Crowd.Told told) {
        long now = System.nanoTime();
        told.deliveryIds().forEach(id -> published.put(id, now));
    }

    /** @param quantile 0 to 1; in milliseconds, of those that arrived */
    double at(double quantile) {
        double[] millis = published.entrySet().stream()
                .filter(entry -> arrivals.has(entry.getKey()))
                .mapToDouble(entry -> (arrivals.of(entry.getKey()).getFirst().nanos() - entry.getValue()) / 1e6)
                .sorted()
                .toArray();
        return millis.length == 0 ? Double.NaN : millis[(int) Math.ceil((millis.length - 1) * quantile)];
    }
}
