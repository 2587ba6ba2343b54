package org.mailcontinuity.contracts.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.contact.ChannelType;

/**
 * A contact answered an alert. The notifier has checked the sender and the code of the alert that the contact gave.
 *
 * @param replyId one for each answer
 * @param channel the road it came by
 * @param duration for {@link ReplyCommand#START} and {@link ReplyCommand#SUSPEND}, 1 minute to 30 days; absent for the usual
 */
public record ContactReplied(
        UUID replyId,
        UUID alertId,
        UUID contactId,
        ReplyCommand command,
        Optional<Duration> duration,
        ChannelType channel,
        Instant at)
        implements Message {

    public ContactReplied {
        Require.present("replyId", replyId);
        Require.present("alertId", alertId);
        Require.present("contactId", contactId);
        Require.present("command", command);
        duration.ifPresent(length -> Require.range("duration", length, Duration.ofMinutes(1), Duration.ofDays(30)));
        Require.present("channel", channel);
        Require.present("at", at);
    }

    @Override
    public String key() {
        return alertId.toString();
    }
}
