package org.mailcontinuity.detection.state;

import java.util.Optional;
import org.mailcontinuity.detection.observation.Fault;

/**
 * Whether anybody sees a direction. Times are epoch milliseconds.
 *
 * @param watchedSince when the direction began to be watched, or its monitor last changed
 * @param blindness present while nobody sees it
 * @param reduced true while fewer vantages look than the monitor names, and it was told
 * @param lastInconclusive the fault of our own that came last since the latest vote; UNKNOWN if none
 */
public record Sight(long watchedSince, Optional<Blindness> blindness, boolean reduced, Fault lastInconclusive) {

    /**
     * Nobody sees the direction.
     *
     * @param openedAt the latest vote before
     * @param detectedAt when it was told
     */
    public record Blindness(long openedAt, long detectedAt) {}

    /** A direction that begins to be watched. */
    public static Sight watching(long since) {
        return new Sight(since, Optional.empty(), false, Fault.UNKNOWN);
    }

    /** After a vote. */
    public Sight seen() {
        return blindness.isEmpty() && lastInconclusive == Fault.UNKNOWN
                ? this
                : new Sight(watchedSince, Optional.empty(), reduced, Fault.UNKNOWN);
    }

    /** Silence begins to count anew: the monitor's definition changed. */
    public Sight watchedAgain(long at) {
        return new Sight(at, blindness, reduced, lastInconclusive);
    }

    /** After a check that failed through a fault of our own. */
    public Sight inconclusive(Fault fault) {
        return fault == lastInconclusive ? this : new Sight(watchedSince, blindness, reduced, fault);
    }

    /** Blind from now on. */
    public Sight blind(long since, long at) {
        return new Sight(watchedSince, Optional.of(new Blindness(since, at)), reduced, lastInconclusive);
    }

    /** With sight told as reduced or whole. */
    public Sight reduced(boolean fewer) {
        return fewer == reduced ? this : new Sight(watchedSince, blindness, fewer, lastInconclusive);
    }

    /** From when on silence counts: the latest vote, or when the direction began to be watched. */
    public long since(long votedAt) {
        return Math.max(watchedSince, votedAt);
    }
}
