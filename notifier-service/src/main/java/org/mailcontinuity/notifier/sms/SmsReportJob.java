package org.mailcontinuity.notifier.sms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.delivery.Deliveries;
import org.mailcontinuity.notifier.job.ScheduledWork;
import org.mailcontinuity.notifier.receipt.Receipt;
import org.mailcontinuity.notifier.receipt.Receipts;

/**
 * Brings a report to its segment, and what that makes of the message to its delivery, if it is one's: tests and answers
 * are told of at once or not at all. A report may come before its segment
 * is kept: it is tried again until it is there.
 */
@Singleton
class SmsReportJob implements ScheduledWork {
    static final String NAME = "sms-report";
    private static final Logger LOG = Logger.getLogger(SmsReportJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(30);

    private final SmsReportRepository rows;
    private final SubmissionRepository submissions;
    private final Deliveries deliveries;
    private final Receipts receipts;
    private final InstantSource clock;

    SmsReportJob(
            SmsReportRepository rows,
            SubmissionRepository submissions,
            Deliveries deliveries,
            Receipts receipts,
            InstantSource clock) {
        this.rows = rows;
        this.submissions = submissions;
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID id = UUID.fromString(instance);
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.findByIdOptional(id).flatMap(this::apply));
    }

    private Optional<Instant> apply(SmsReportEntity row) {
        SmsHeard.Report report = row.report();
        Optional<UUID> message = submissions.note(report);
        if (message.isPresent()) {
            submissions.takeTurns(message.get());
            tell(message.get(), report, row.heardAt);
            return Optional.empty();
        }
        if (clock.instant().isAfter(row.heardAt.plus(PATIENCE))) {
            LOG.warnf("report of a segment that is not known provider=%s", report.provider());
            return Optional.empty();
        }
        return Optional.of(clock.instant().plus(PAUSE));
    }

    private void tell(UUID message, SmsHeard.Report report, Instant at) {
        Optional<Receipt.Verdict> verdict = switch (submissions.fate(message, report.provider())) {
            case ARRIVED -> Optional.of(Receipt.Verdict.ARRIVED);
            case LOST -> Optional.of(Receipt.Verdict.LOST);
            case UNDER_WAY -> Optional.empty();
        };
        verdict.filter(_ -> deliveries.has(message))
                .map(found ->
                        new Receipt(SmsChannel.NAME, report.provider(), message.toString(), found, report.words(), at))
                .ifPresent(receipts::take);
    }

    @Scheduled(every = "12h", delayed = "20m")
    @Transactional
    void forget() {
        Instant before = clock.instant().minus(KEPT);
        rows.delete("heardAt < ?1", before);
        submissions.forgetBefore(before);
    }
}
