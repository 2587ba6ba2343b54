package org.mailcontinuity.notifier.reply;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.job.Jobs;
import org.mailcontinuity.notifier.link.ReplyCodeRepository;
import org.mailcontinuity.notifier.link.ReplyConfig;
import org.mailcontinuity.notifier.outbox.OutboxPublisher;

/** Puts the feature's plain classes together. */
final class ReplyBeans {
    @Produces
    @Singleton
    Replies replies(
            ReplyRepository rows,
            ReplyCodeRepository codes,
            ContactRepository contacts,
            OutboxPublisher outbox,
            Jobs jobs,
            ReplyConfig config,
            InstantSource clock) {
        return new Replies(rows, codes, contacts, outbox, jobs, config.perHour(), clock);
    }
}
