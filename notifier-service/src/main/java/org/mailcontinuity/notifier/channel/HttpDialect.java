package org.mailcontinuity.notifier.channel;

import java.time.Instant;
import java.util.List;
import org.mailcontinuity.notifier.channel.http.HttpAnswers;
import org.mailcontinuity.notifier.channel.http.HttpReply;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.contact.Address;

/** All that a channel over HTTP has of its own: how a notice becomes one request, and what the service's answers mean. */
public interface HttpDialect {
    /** The channel's name, as contacts use it. */
    String name();

    /** The fields of the address's credential without which nothing can be sent. */
    default List<String> requiredSecrets(Address address) {
        return List.of();
    }

    /** Whether people read each message, so that many at once are better told in one. */
    default boolean readByPeople() {
        return true;
    }

    /** Whether it keeps incidents of its own, and is told when somebody has taken one. */
    default boolean hearsAcknowledgements() {
        return false;
    }

    /** @param secrets the address's; those that {@link #requiredSecrets} names are there */
    HttpRequest request(Outgoing outgoing, Secrets secrets, Instant now);

    default Attempt.Answer judge(HttpReply.Answered reply) {
        return HttpAnswers.of(reply);
    }
}
