package org.mailcontinuity.events.portal;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.reply.ContactReplied;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.events.outbox.OutboxPublisher;

/** Hears what contacts answered, in the transaction of its message, and says in the same what came of it. */
@Singleton
class ReplyReceiver {
    private static final Logger LOG = Logger.getLogger(ReplyReceiver.class);

    private final Replies replies;
    private final OutboxPublisher outbox;

    ReplyReceiver(Replies replies, OutboxPublisher outbox) {
        this.replies = replies;
        this.outbox = outbox;
    }

    void hear(@Observes ContactReplied replied) {
        ReplyHandled handled = replies.handle(replied);
        LOG.infof(
                "answer handled reply=%s alert=%s contact=%s command=%s outcome=%s",
                replied.replyId(), replied.alertId(), replied.contactId(), replied.command(), handled.outcome());
        outbox.add(handled);
    }
}
