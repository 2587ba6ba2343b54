package org.mailcontinuity.contracts;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids of things that are created rather than derived (RFC 9562, version 7): they sort by the time of creation. */
public final class TimeOrderedId {
    private TimeOrderedId() {}

    /**
     * @param now the time of creation, kept to the millisecond
     * @param random a source that cannot be guessed where the id is a secret, any other elsewhere
     */
    public static UUID at(Instant now, RandomGenerator random) {
        long high = now.toEpochMilli() << 16 | 0x7000L | random.nextLong() & 0x0fffL;
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
