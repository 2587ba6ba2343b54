package org.mailcontinuity.notifier.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.notifier.template.PlainLine;

/**
 * One way asked, and what it answered.
 *
 * @param via the relay, provider or host
 */
public record Attempt(String via, Instant at, Duration took, Answer answer) {
    private static final int LONGEST_REPLY = 512;

    /** One that began at {@code start} and ends now. A clock that was put back in between does no harm. */
    public static Attempt since(Instant start, Instant now, String via, Answer answer) {
        Duration took = Duration.between(start, now);
        return new Attempt(via, start, took.isNegative() ? Duration.ZERO : took, answer);
    }

    /** What the other side said, or what kept it from saying anything. Others wrote the reply: it is one plain line here. */
    public sealed interface Answer {
        String reply();
    }

    /**
     * @param confirmed whether the receiver itself has it, not only a carrier
     * @param reference under which the carrier will tell later what became of it, where it does
     */
    public record Accepted(String reply, boolean confirmed, Optional<String> reference) implements Answer {
        public Accepted {
            reply = PlainLine.of(reply, LONGEST_REPLY);
        }

        public Accepted(String reply, boolean confirmed) {
            this(reply, confirmed, Optional.empty());
        }
    }

    /**
     * Not now.
     *
     * @param retryAfter how long the other side wants to be left alone
     */
    public record PutOff(String reply, Optional<Duration> retryAfter) implements Answer {
        public PutOff {
            reply = PlainLine.of(reply, LONGEST_REPLY);
        }

        public static PutOff because(String reason) {
            return new PutOff(reason, Optional.empty());
        }
    }

    /**
     * Never: asking again, or asking another way, brings the same answer.
     *
     * @param badAddress whether the address is at fault, so that nothing will ever reach it; else it is this message, or
     *     how we are set up
     */
    public record Refused(String reply, boolean badAddress) implements Answer {
        public Refused {
            reply = PlainLine.of(reply, LONGEST_REPLY);
        }

        public static Refused badAddress(String reply) {
            return new Refused(reply, true);
        }

        public static Refused thisMessage(String reply) {
            return new Refused(reply, false);
        }
    }
}
