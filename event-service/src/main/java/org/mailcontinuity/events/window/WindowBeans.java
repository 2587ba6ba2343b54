package org.mailcontinuity.events.window;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the feature's plain classes together. */
final class WindowBeans {
    @Produces
    @Singleton
    WindowPartitions partitions(WindowRepository rows) {
        return new WindowPartitions(rows);
    }
}
