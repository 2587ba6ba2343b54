package org.mailcontinuity.notifier.channel.email;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.notifier.channel.Attempt;

/**
 * What a relay made of a message.
 *
 * @param ends whether no other relay need be asked
 */
public record RelayAnswer(Attempt.Answer answer, boolean ends) {
    /** @param reference under which reports will come */
    static RelayAnswer accepted(@Nullable String reply, Optional<String> reference) {
        return new RelayAnswer(new Attempt.Accepted(line(reply), false, reference), true);
    }

    static RelayAnswer putOff(@Nullable String reason) {
        return new RelayAnswer(new Attempt.PutOff(line(reason), Optional.empty()), false);
    }

    /** @param everywhere whether every other relay would refuse it too, since the recipient is not there */
    static RelayAnswer refused(@Nullable String reply, boolean everywhere) {
        return new RelayAnswer(new Attempt.Refused(line(reply), everywhere), everywhere);
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : text;
    }
}
