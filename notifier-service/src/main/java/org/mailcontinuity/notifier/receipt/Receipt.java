package org.mailcontinuity.notifier.receipt;

import java.time.Instant;
import org.mailcontinuity.notifier.template.PlainLine;

/**
 * What a carrier says became of a message.
 *
 * @param channel the channel's name
 * @param via the relay or provider, as the attempt names it; {@link #ANY_WAY} where the reference says it all
 * @param reference as {@link org.mailcontinuity.notifier.channel.Attempt.Accepted#reference} has it
 * @param words in the carrier's own words, for people
 */
public record Receipt(String channel, String via, String reference, Verdict verdict, String words, Instant at) {
    /** The reference tells the message by itself, whichever way it went. */
    public static final String ANY_WAY = "";

    public Receipt {
        words = PlainLine.of(words, 512);
    }

    /** What became of it. */
    public enum Verdict {
        /** The person's device or mailbox has it. */
        ARRIVED,
        /** It will not arrive: this message only, such as one that expired. */
        LOST,
        /** It will not arrive, and no other will: there is no such mailbox or number. */
        BAD_ADDRESS
    }
}
