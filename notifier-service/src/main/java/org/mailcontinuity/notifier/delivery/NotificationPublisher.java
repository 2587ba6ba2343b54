package org.mailcontinuity.notifier.delivery;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.outbox.OutboxPublisher;
import org.mailcontinuity.notifier.template.PlainLine;

/** Tells the world of each attempt. */
@Singleton
class NotificationPublisher {
    private static final int LONGEST_VIA = 300;
    private static final int LONGEST_REPLY = 512;

    private final OutboxPublisher outbox;

    NotificationPublisher(OutboxPublisher outbox) {
        this.outbox = outbox;
    }

    /** @param before how many attempts of the delivery there were before these */
    void publish(DeliveryKey key, int before, List<Attempt> attempts, Outcome outcome) {
        int number = before;
        for (Attempt attempt : attempts) {
            number++;
            boolean last = number == before + attempts.size();
            outbox.add(message(key, number, attempt, last ? Optional.of(outcome) : Optional.empty()));
        }
    }

    private static NotificationAttempted message(
            DeliveryKey key, int number, Attempt attempt, Optional<Outcome> outcome) {
        Optional<UUID> subject = Optional.of(key.subjectId());
        return new NotificationAttempted(
                key.id(),
                subject.filter(_ -> key.notice().ofAlert()),
                subject.filter(_ -> !key.notice().ofAlert()),
                key.episode(),
                notice(key.notice()),
                key.step(),
                key.contactId(),
                channel(key.address().channel()),
                key.round(),
                number,
                attempt.at(),
                outcome.map(end -> word(end.progress())).orElse(AttemptOutcome.RETRYING),
                text(attempt.via(), LONGEST_VIA),
                text(attempt.answer().reply(), LONGEST_REPLY),
                outcome.flatMap(Outcome::next),
                Optional.of(addressId(key.address())),
                attempt.answer() instanceof Attempt.Refused refused && refused.badAddress());
    }

    private static UUID addressId(Address address) {
        return new ContactChannel(channel(address.channel()), address.value(), Optional.empty()).addressId();
    }

    private static AttemptOutcome word(Progress progress) {
        return switch (progress) {
            case Progress.Pending pending -> AttemptOutcome.RETRYING;
            case Progress.Sent sent -> AttemptOutcome.SENT;
            case Progress.Confirmed confirmed -> AttemptOutcome.CONFIRMED;
            case Progress.Failed failed -> AttemptOutcome.FAILED;
        };
    }

    private static org.mailcontinuity.contracts.notification.Notice notice(Notice notice) {
        return org.mailcontinuity.contracts.notification.Notice.valueOf(notice.name());
    }

    private static ChannelType channel(String name) {
        try {
            return ChannelType.valueOf(name);
        } catch (IllegalArgumentException _) {
            return ChannelType.UNKNOWN;
        }
    }

    private static Optional<String> text(String text, int most) {
        return Optional.of(PlainLine.of(text, most)).filter(line -> !line.isEmpty());
    }
}
