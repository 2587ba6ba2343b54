package org.mailcontinuity.contracts.arrival;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * A test message came in at a probe's receiver, its sealed token proven genuine.
 *
 * @param sampleId the sample that the message was sent for
 * @param sentAt when the message was submitted, from the token
 * @param receivedAt when the receiver had all of it
 * @param vantage where the receiver stands
 * @param worker the process that received it
 * @param tls whether the last hop was encrypted
 * @param hops the {@code Received} fields, newest first, at most 30 of at most 500 characters
 */
public record Arrival(
        UUID monitorId,
        UUID sampleId,
        Instant sentAt,
        Instant receivedAt,
        String vantage,
        String worker,
        boolean tls,
        List<String> hops)
        implements Message {

    public Arrival {
        Require.present("monitorId", monitorId);
        Require.present("sampleId", sampleId);
        Require.present("sentAt", sentAt);
        Require.present("receivedAt", receivedAt);
        Require.text("vantage", vantage, 1, 100);
        Require.text("worker", worker, 1, 100);
        hops = Require.list("hops", hops, 30);
        hops.forEach(hop -> Require.text("hops", hop, 1, 500));
    }

    @Override
    public String key() {
        return monitorId.toString();
    }
}
