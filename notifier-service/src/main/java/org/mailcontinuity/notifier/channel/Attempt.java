package org.mailcontinuity.notifier.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One way asked, and what it answered.
 *
 * @param via the relay, provider or host
 */
public record Attempt(String via, Instant at, Duration took, Answer answer) {

    /** What the other side said, or what kept it from saying anything. */
    public sealed interface Answer {
        String reply();
    }

    /** @param confirmed whether the receiver itself has it, not only a carrier */
    public record Accepted(String reply, boolean confirmed) implements Answer {}

    /**
     * Not now.
     *
     * @param retryAfter how long the other side wants to be left alone
     */
    public record PutOff(String reply, Optional<Duration> retryAfter) implements Answer {
        public static PutOff because(String reason) {
            return new PutOff(reason, Optional.empty());
        }
    }

    /** Never: asking again, or asking another way, brings the same answer. */
    public record Refused(String reply) implements Answer {}
}
