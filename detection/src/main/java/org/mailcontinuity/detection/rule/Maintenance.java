package org.mailcontinuity.detection.rule;

import java.time.Instant;

/**
 * A span in which a monitor is measured but raises nothing.
 *
 * @param from first instant, inclusive
 * @param until end, exclusive; after {@code from}
 */
public record Maintenance(Instant from, Instant until) {
    public Maintenance {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "maintenance.until must be after maintenance.from " + from + ", was " + until);
        }
    }

    /** True if the instant lies in the span. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
