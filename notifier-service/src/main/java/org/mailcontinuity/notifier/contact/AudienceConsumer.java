package org.mailcontinuity.notifier.contact;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.UnreadableMessageException;
import org.mailcontinuity.contracts.audience.Audience;
import org.mailcontinuity.notifier.inbox.OrderedConsumer;
import org.mailcontinuity.notifier.inbox.Received;

/** Keeps the copy of the user groups' members, part by part; a tombstone deletes a part. */
@Singleton
class AudienceConsumer implements OrderedConsumer {
    private final AudienceRepository audiences;

    AudienceConsumer(AudienceRepository audiences) {
        this.audiences = audiences;
    }

    @Override
    public Topic topic() {
        return Topics.AUDIENCES;
    }

    @Override
    public void handle(Received received) {
        if (received.message().isEmpty()) {
            delete(received.key());
        } else if (received.message().get() instanceof Audience audience) {
            audiences.keep(audience);
        }
    }

    private void delete(String key) {
        int mark = key.indexOf('#');
        try {
            audiences.delete(
                    UUID.fromString(key.substring(0, Math.max(0, mark))), Integer.parseInt(key.substring(mark + 1)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("key must be a group's id, # and a number", e);
        }
    }
}
