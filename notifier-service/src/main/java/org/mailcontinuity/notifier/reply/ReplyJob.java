package org.mailcontinuity.notifier.reply;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.contact.Person;
import org.mailcontinuity.notifier.job.ScheduledWork;
import org.mailcontinuity.notifier.sms.SmsChannel;
import org.mailcontinuity.notifier.template.Brief;
import org.mailcontinuity.notifier.template.Notices;
import org.mailcontinuity.notifier.template.Reader;

/** Answers a text by SMS, a few times if the providers put it off. */
@Singleton
class ReplyJob implements ScheduledWork {
    private static final Logger LOG = Logger.getLogger(ReplyJob.class);
    private static final int MOST_TRIES = 8;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(100);

    private final ReplyRepository rows;
    private final ContactRepository contacts;
    private final Notices notices;
    private final SmsChannel sms;
    private final InstantSource clock;

    ReplyJob(ReplyRepository rows, ContactRepository contacts, Notices notices, SmsChannel sms, InstantSource clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.notices = notices;
        this.sms = sms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Replies.JOB;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID id = UUID.fromString(instance);
        Optional<Answer> answer = QuarkusTransaction.requiringNew()
                .call(() -> rows.findByIdOptional(id)
                        .filter(row -> row.answeredAt == null)
                        .flatMap(this::answer));
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        List<Attempt> attempts =
                sms.send(id, answer.get().number(), answer.get().brief());
        boolean taken = attempts.getLast().answer() instanceof Attempt.Accepted;
        return QuarkusTransaction.requiringNew().call(() -> settle(id, taken));
    }

    private Optional<Answer> answer(ReplyEntity row) {
        Reader reader = Optional.ofNullable(row.contactId)
                .flatMap(contacts::person)
                .map(ReplyJob::reader)
                .orElse(new Reader("", Locale.ENGLISH, ZoneOffset.UTC));
        return row.answer().map(word -> {
            Brief brief = notices.answer(word, reader, Optional.ofNullable(row.doneAt), Optional.ofNullable(row.until));
            return new Answer(row.number, brief);
        });
    }

    private static Reader reader(Person person) {
        return new Reader(person.name(), person.locale(), person.zone());
    }

    private Optional<Instant> settle(UUID id, boolean taken) {
        ReplyEntity row = rows.findById(id);
        row.tries++;
        if (taken) {
            row.answeredAt = clock.instant();
            return Optional.empty();
        }
        if (row.tries >= MOST_TRIES) {
            LOG.warnf("text stays without an answer reply=%s", id);
            return Optional.empty();
        }
        return Optional.of(clock.instant().plus(PAUSE.multipliedBy(row.tries)));
    }

    @Scheduled(every = "12h", delayed = "30m")
    @Transactional
    void forget() {
        rows.delete("heardAt < ?1", clock.instant().minus(KEPT));
    }

    private record Answer(String number, Brief brief) {}
}
