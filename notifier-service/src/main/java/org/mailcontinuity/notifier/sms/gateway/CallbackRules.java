package org.mailcontinuity.notifier.sms.gateway;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailcontinuity.notifier.sms.SmsHeard;

/**
 * How a provider calls back. A field is a parameter's name, or a JSON pointer into the body.
 *
 * @param messageId the field with the provider's id; absent: the URL says which message it is
 * @param status the field with what became of it; absent: no receipts
 * @param from the field with the writer's number; absent: no answers
 */
public record CallbackRules(
        String provider,
        Optional<String> credential,
        Optional<String> messageId,
        Optional<String> status,
        Pattern arrived,
        Pattern lost,
        Optional<String> from,
        String text) {

    /** What a receipt tells; empty if it lacks something. */
    Optional<SmsHeard> receipt(CallbackRequest request) {
        Optional<String> id = messageId.isPresent() ? messageId.flatMap(request::field) : request.field("id");
        Optional<String> word = status.flatMap(request::field);
        return id.flatMap(message ->
                word.map(said -> new SmsHeard.Report(provider, message, fate(said), said, Optional.empty())));
    }

    private SmsHeard.Fate fate(String word) {
        if (arrived.matcher(word).matches()) {
            return SmsHeard.Fate.ARRIVED;
        }
        return lost.matcher(word).matches() ? SmsHeard.Fate.LOST : SmsHeard.Fate.UNDER_WAY;
    }

    /** What somebody wrote; empty if it lacks something. */
    Optional<SmsHeard> reply(CallbackRequest request) {
        return from.flatMap(request::field)
                .flatMap(writer -> request.field(text).map(words -> new SmsHeard.Text(provider, writer, "", words)));
    }
}
