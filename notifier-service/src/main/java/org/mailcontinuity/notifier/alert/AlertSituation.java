package org.mailcontinuity.notifier.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailcontinuity.notifier.delivery.Recipient;

/**
 * What decides who is to be told of an alert.
 *
 * @param episode grows when the alert reopens or worsens
 * @param episodeSeenAt when this notifier first saw the episode: its ladder is timed from here, so that a notifier that
 *     was away does not climb all steps at once
 * @param repeatInterval how often each step is told again while the alert fires
 * @param steps the ladder, in order
 */
record AlertSituation(
        UUID alertId,
        int episode,
        Attention attention,
        Instant episodeSeenAt,
        Duration repeatInterval,
        List<Step> steps) {

    /** Whether the alert wants somebody's attention. */
    sealed interface Attention {
        record Wanted() implements Attention {}

        /** Somebody has taken it. */
        record Taken() implements Attention {}

        /** @param until when it speaks again; absent = not by itself */
        record Suspended(Optional<Instant> until) implements Attention {}

        record Over() implements Attention {}
    }

    /** Until when a person whom a step names is not to be disturbed. */
    Optional<Instant> quietUntil(UUID contactId) {
        return steps.stream()
                .flatMap(step -> step.recipients().stream())
                .filter(recipient -> recipient.contactId().equals(contactId))
                .flatMap(recipient ->
                        recipient instanceof Recipient.Known known ? known.quietUntil().stream() : Stream.empty())
                .findFirst();
    }

    /**
     * A rung of the ladder.
     *
     * @param after how long after the episode began
     * @param channels by which channels; empty = by all
     */
    record Step(Duration after, List<Recipient> recipients, List<String> channels) {}
}
