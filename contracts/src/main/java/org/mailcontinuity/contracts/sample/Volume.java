package org.mailcontinuity.contracts.sample;

import org.mailcontinuity.contracts.Require;

/** Messages that a mail system accepted, deferred and rejected in an interval, by its own log. None is negative. */
public record Volume(long accepted, long deferred, long rejected) {
    public Volume {
        Require.range("volume.accepted", accepted, 0, Long.MAX_VALUE);
        Require.range("volume.deferred", deferred, 0, Long.MAX_VALUE);
        Require.range("volume.rejected", rejected, 0, Long.MAX_VALUE);
    }
}
