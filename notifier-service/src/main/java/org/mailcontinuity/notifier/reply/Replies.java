package org.mailcontinuity.notifier.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.reply.ContactReplied;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.contact.Person;
import org.mailcontinuity.notifier.job.Jobs;
import org.mailcontinuity.notifier.link.ReplyCodeRepository;
import org.mailcontinuity.notifier.link.ReplyCodeRepository.ReplyCode;
import org.mailcontinuity.notifier.outbox.OutboxPublisher;
import org.mailcontinuity.notifier.reply.ReplyEntity.Verdict;
import org.mailcontinuity.notifier.sms.SmsChannel;
import org.mailcontinuity.notifier.sms.SmsHeard;
import org.mailcontinuity.notifier.template.PlainLine;

/**
 * Judges a text that somebody wrote, in the present transaction.
 *
 * <ol>
 *   <li>A phone that was shown no code is a stranger's: nothing is done, and it is not answered.
 *   <li>A phone that wrote too much in the last hour is told so once; for the rest of it nothing is looked at.
 *   <li>A text without a word we know and a code is answered with what can be said.
 *   <li>A code that was not shown to that phone, or to a contact who does not have that phone any more, is wrong.
 *   <li>All else is passed on, once, and answered when it is known what came of it.
 * </ol>
 */
final class Replies {
    static final String JOB = "reply-answer";
    private static final Logger LOG = Logger.getLogger(Replies.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LONGEST_WORDS = 160;

    private final ReplyRepository rows;
    private final ReplyCodeRepository codes;
    private final ContactRepository contacts;
    private final OutboxPublisher outbox;
    private final Jobs jobs;
    private final int perHour;
    private final InstantSource clock;

    /** @param perHour how many texts of one phone are looked at in an hour */
    Replies(
            ReplyRepository rows,
            ReplyCodeRepository codes,
            ContactRepository contacts,
            OutboxPublisher outbox,
            Jobs jobs,
            int perHour,
            InstantSource clock) {
        this.rows = rows;
        this.codes = codes;
        this.contacts = contacts;
        this.outbox = outbox;
        this.jobs = jobs;
        this.perHour = perHour;
        this.clock = clock;
    }

    void hear(SmsHeard.Text heard) {
        Instant now = clock.instant();
        String number = "+" + heard.from().replaceAll("\\D", "").replaceFirst("^00", "");
        long before = rows.countSince(number, now.minus(HOUR));
        if (before > perHour) {
            return;
        }
        List<ReplyCode> shown = codes.shownTo(number);
        Optional<ReplyText> text = ReplyText.read(heard.text());
        Optional<ReplyCode> code = text.flatMap(said -> meant(said, shown, number));
        ReplyEntity row = row(heard, number, now, verdict(before, shown, text, code));
        code.or(() -> shown.stream().findFirst()).ifPresent(found -> {
            row.alertId = found.alertId();
            row.contactId = found.contactId();
        });
        rows.persist(row);
        LOG.infof("text heard reply=%s provider=%s verdict=%s", row.replyId, row.provider, row.verdict);
        if (row.verdict == Verdict.TAKEN) {
            outbox.add(replied(row, text.orElseThrow(), code.orElseThrow()));
        } else if (row.answer().isPresent()) {
            planAnswer(row.replyId);
        }
    }

    private static ReplyEntity row(SmsHeard.Text heard, String number, Instant now, Verdict verdict) {
        String words = PlainLine.of(heard.text(), LONGEST_WORDS);
        UUID id = DerivedId.of("reply", heard.provider(), number, words, now);
        return new ReplyEntity(id, heard.provider(), number, words, now, verdict);
    }

    private Verdict verdict(long before, List<ReplyCode> shown, Optional<ReplyText> text, Optional<ReplyCode> code) {
        if (shown.isEmpty()) {
            return Verdict.UNKNOWN_SENDER;
        }
        if (before == perHour) {
            return Verdict.LIMITED;
        }
        if (text.isEmpty()) {
            return Verdict.NOT_UNDERSTOOD;
        }
        return code.isEmpty() ? Verdict.WRONG_CODE : Verdict.TAKEN;
    }

    private Optional<ReplyCode> meant(ReplyText text, List<ReplyCode> shown, String number) {
        return shown.stream()
                .filter(code -> code.code().equals(text.code()))
                .filter(code -> contacts.person(code.contactId())
                        .filter(person -> has(person, number))
                        .isPresent())
                .findFirst();
    }

    private static boolean has(Person person, String number) {
        return person.addresses().stream()
                .anyMatch(address -> address.channel().equals(SmsChannel.NAME)
                        && address.value().equals(number));
    }

    private static ContactReplied replied(ReplyEntity row, ReplyText text, ReplyCode code) {
        return new ContactReplied(
                row.replyId,
                code.alertId(),
                code.contactId(),
                text.command(),
                text.duration(),
                ChannelType.SMS,
                row.heardAt);
    }

    /** What came of it. Twice is once. */
    void handled(ReplyHandled handled) {
        ReplyEntity row = rows.findByIdOptional(handled.replyId()).orElse(null);
        if (row != null && row.outcome == null) {
            row.handled(handled);
            planAnswer(row.replyId);
        }
    }

    private void planAnswer(UUID replyId) {
        jobs.schedule(JOB, replyId.toString(), clock.instant());
    }
}
