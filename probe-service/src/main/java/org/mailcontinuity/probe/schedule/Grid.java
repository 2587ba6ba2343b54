package org.mailcontinuity.probe.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The instants at which a monitor is checked: 1970-01-01T00:00Z + phase + n times interval. The phase comes of the
 * monitor's id, so that load is flat and every worker that takes a monitor over goes on with the same instants.
 *
 * @param interval at least 1 ms, whole milliseconds
 * @param phase from 0 (included) to interval (not included)
 */
public record Grid(Duration interval, Duration phase) {
    public static Grid of(UUID monitorId, Duration interval) {
        long mixed = mix(monitorId.getMostSignificantBits() ^ Long.rotateLeft(monitorId.getLeastSignificantBits(), 32));
        return new Grid(interval, Duration.ofMillis(Math.floorMod(mixed, interval.toMillis())));
    }

    /** The first instant of the grid after {@code now}. */
    public Instant after(Instant now) {
        long step = interval.toMillis();
        long sincePhase = now.toEpochMilli() - phase.toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(sincePhase, step) + 1) * step + phase.toMillis());
    }

    /** The finalizer of MurmurHash3: ids of version 7 differ in few bits. */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
