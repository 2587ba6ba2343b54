package org.mailcontinuity.contracts.window;

import org.mailcontinuity.contracts.Require;

/** Messages seen in the window, and how many were to be expected. */
public record WindowVolume(double expected, long seen) {
    public WindowVolume {
        Require.range("volume.seen", seen, 0, Long.MAX_VALUE);
    }
}
