package org.mailcontinuity.contracts.confirmation;

import java.time.Instant;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.sample.Direction;

/**
 * A healthy direction showed its first bad sample: the other vantages are to check it now. Written at most once a
 * minute and monitor; a probe ignores one that is older than a minute, and never answers more than one a minute and
 * monitor.
 *
 * @param direction what is to be checked
 * @param requestedAt the instant asked for: the {@code scheduledAt} of the samples that answer it
 * @param vantage the vantage that raised the suspicion, which need not look again
 * @param sampleId the sample that raised it
 */
public record ConfirmationRequested(
        UUID monitorId, Direction direction, Instant requestedAt, String vantage, UUID sampleId) implements Message {

    public ConfirmationRequested {
        Require.present("monitorId", monitorId);
        Require.present("direction", direction);
        Require.present("requestedAt", requestedAt);
        Require.text("vantage", vantage, 1, 100);
        Require.present("sampleId", sampleId);
    }

    @Override
    public String key() {
        return monitorId.toString();
    }
}
