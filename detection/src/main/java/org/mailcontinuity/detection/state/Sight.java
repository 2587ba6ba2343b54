package org.mailcontinuity.detection.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.detection.observation.Fault;

/**
 * Whether anybody sees a direction.
 *
 * @param watchedSince when the direction began to be watched, or its monitor last changed
 * @param since from when on silence counts: the latest vote, or when the direction began to be watched
 * @param blindness present while nobody sees it
 * @param reduced true while fewer vantages look than the monitor names, and it was told
 * @param lastInconclusive the fault of our own that came last since the latest vote; UNKNOWN if none
 */
public record Sight(
        Instant watchedSince, Instant since, Optional<Blindness> blindness, boolean reduced, Fault lastInconclusive) {

    /**
     * Nobody sees the direction.
     *
     * @param openedAt the latest vote before
     * @param detectedAt when it was told
     */
    public record Blindness(Instant openedAt, Instant detectedAt) {}

    /** A direction that begins to be watched. */
    public static Sight watching(Instant since) {
        return new Sight(since, since, Optional.empty(), false, Fault.UNKNOWN);
    }

    /** After a vote. */
    public Sight seen(Instant at) {
        return new Sight(watchedSince, at.isAfter(since) ? at : since, Optional.empty(), reduced, Fault.UNKNOWN);
    }

    /** Silence begins to count anew: the monitor's definition changed. */
    public Sight watchedAgain(Instant at) {
        return new Sight(at, at.isAfter(since) ? at : since, blindness, reduced, lastInconclusive);
    }

    /** After a check that failed through a fault of our own. */
    public Sight inconclusive(Fault fault) {
        return fault == lastInconclusive ? this : new Sight(watchedSince, since, blindness, reduced, fault);
    }

    /** Blind from now on. */
    public Sight blind(Instant at) {
        return new Sight(watchedSince, since, Optional.of(new Blindness(since, at)), reduced, lastInconclusive);
    }

    /** With sight told as reduced or whole. */
    public Sight reduced(boolean fewer) {
        return fewer == reduced ? this : new Sight(watchedSince, since, blindness, fewer, lastInconclusive);
    }

    /** True if it is time to call it silence. */
    public boolean isSilent(Instant at, Duration silence) {
        return blindness.isEmpty() && !since.plus(silence).isAfter(at);
    }
}
