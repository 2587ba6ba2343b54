package org.mailcontinuity.probe.arrival;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.mailcontinuity.contracts.arrival.Arrival;

/**
 * The test messages that this worker sent and still waits for. An arrival counts once; one that nobody here waits for
 * is another worker's, or too late. Safe for many threads.
 */
public final class ArrivalBook {
    private final Map<UUID, Expected> expected = new ConcurrentHashMap<>();

    private record Expected(UUID monitorId, CompletableFuture<Arrival> arrival) {}

    /** Begins to wait, before the message is sent: it may arrive faster than the server's reply. */
    public CompletableFuture<Arrival> expect(UUID monitorId, UUID sampleId) {
        CompletableFuture<Arrival> arrival = new CompletableFuture<>();
        expected.put(sampleId, new Expected(monitorId, arrival));
        return arrival;
    }

    /** Ends the wait for a message that was not sent, or did not come. */
    public void forget(UUID sampleId) {
        expected.remove(sampleId);
    }

    /** Tells whoever waits for it. */
    public void arrived(Arrival arrival) {
        Expected known = expected.get(arrival.sampleId());
        if (known != null && known.monitorId().equals(arrival.monitorId())) {
            known.arrival().complete(arrival);
        }
    }

    public int size() {
        return expected.size();
    }
}
