package org.mailcontinuity.contracts.alert;

import java.util.UUID;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.sample.Direction;

/** A monitor that an alert is about, as it is named to people. */
public record AffectedMonitor(UUID monitorId, String name, String domain, Direction direction) {
    public AffectedMonitor {
        Require.present("monitors.monitorId", monitorId);
        Require.text("monitors.name", name, 1, 100);
        Require.text("monitors.domain", domain, 1, 253);
        Require.present("monitors.direction", direction);
    }
}
