package org.mailcontinuity.notifier.reply;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.notifier.sms.SmsHeard;

/** Hears texts, and what came of them, in the transaction of whoever tells. */
@Singleton
class ReplyReceiver {
    private final Replies replies;

    ReplyReceiver(Replies replies) {
        this.replies = replies;
    }

    void hear(@Observes SmsHeard.Text text) {
        replies.hear(text);
    }

    void hear(@Observes ReplyHandled handled) {
        replies.handled(handled);
    }
}
