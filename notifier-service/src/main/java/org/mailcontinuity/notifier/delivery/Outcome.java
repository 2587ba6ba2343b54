package org.mailcontinuity.notifier.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.mailcontinuity.notifier.channel.Attempt;

/**
 * What an answer makes of a delivery.
 *
 * @param next when it is tried again, while it is pending
 */
record Outcome(Progress progress, Optional<Instant> next) {

    /**
     * @param tries how often it was tried, this time included
     * @param before how far it had come when the answer arrived: it may have been given up meanwhile
     */
    static Outcome of(
            Delivery before,
            Attempt.Answer answer,
            int tries,
            Instant now,
            RetryPolicy policy,
            RandomGenerator random) {
        return switch (answer) {
            case Attempt.Accepted accepted -> {
                boolean confirmed = accepted.confirmed();
                yield ended(confirmed ? new Progress.Confirmed(now) : new Progress.Sent(now));
            }
            case Attempt.Refused refused -> before.pending() ? failed(now, Progress.Failure.REFUSED) : asBefore(before);
            case Attempt.PutOff putOff ->
                before.progress() instanceof Progress.Pending(Optional<Instant> troubledSince)
                        ? policy.next(tries, before.plannedAt(), now, putOff.retryAfter(), random)
                                .map(at -> again(troubledSince.orElse(now), at))
                                .orElseGet(() -> failed(now, Progress.Failure.GAVE_UP))
                        : asBefore(before);
        };
    }

    /**
     * What a carrier's later word makes of a delivery that it took. A word that comes when something else is known
     * already (the receiver has it, it was given up) changes nothing; so does one that says nothing final.
     */
    static Optional<Outcome> ofReceipt(Delivery before, Attempt.Answer told, Instant now) {
        return switch (before.progress()) {
            case Progress.Sent sent ->
                switch (told) {
                    case Attempt.Accepted accepted -> Optional.of(ended(new Progress.Confirmed(now)));
                    case Attempt.Refused refused -> Optional.of(failed(now, Progress.Failure.REFUSED));
                    case Attempt.PutOff putOff -> Optional.empty();
                };
            case Progress.Pending pending -> Optional.empty();
            case Progress.Confirmed confirmed -> Optional.empty();
            case Progress.Failed failed -> Optional.empty();
        };
    }

    static Outcome failed(Instant now, Progress.Failure why) {
        return ended(new Progress.Failed(now, why));
    }

    private static Outcome again(Instant troubledSince, Instant next) {
        return new Outcome(new Progress.Pending(Optional.of(troubledSince)), Optional.of(next));
    }

    private static Outcome asBefore(Delivery before) {
        return ended(before.progress());
    }

    private static Outcome ended(Progress progress) {
        return new Outcome(progress, Optional.empty());
    }

    /** Whether whoever planned the delivery should look again, since it did not simply work. */
    boolean surprises(Delivery before) {
        boolean told = progress instanceof Progress.Sent || progress instanceof Progress.Confirmed;
        return !told || before.progress() instanceof Progress.Failed;
    }
}
