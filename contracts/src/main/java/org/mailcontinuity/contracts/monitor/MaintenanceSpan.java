package org.mailcontinuity.contracts.monitor;

import java.time.Instant;
import org.mailcontinuity.contracts.Require;

/** A span in which the monitor is measured but nothing is raised: {@code from} included, {@code until} not. */
public record MaintenanceSpan(Instant from, Instant until) {
    public MaintenanceSpan {
        Require.present("maintenance.from", from);
        Require.present("maintenance.until", until);
        Require.inOrder("maintenance.from", from, "maintenance.until", until);
    }
}
