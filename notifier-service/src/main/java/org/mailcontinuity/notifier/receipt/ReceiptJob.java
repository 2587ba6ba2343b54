package org.mailcontinuity.notifier.receipt;

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
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.delivery.Settlement;
import org.mailcontinuity.notifier.job.ScheduledWork;

/** Brings a receipt to its delivery. */
@Singleton
class ReceiptJob implements ScheduledWork {
    private static final Logger LOG = Logger.getLogger(ReceiptJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(30);

    private final ReceiptRepository rows;
    private final Settlement settlement;
    private final InstantSource clock;

    ReceiptJob(ReceiptRepository rows, Settlement settlement, InstantSource clock) {
        this.rows = rows;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Receipts.JOB;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID id = UUID.fromString(instance);
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        rows.findByIdOptional(id).map(ReceiptEntity::receipt).flatMap(this::apply));
    }

    private Optional<Instant> apply(Receipt receipt) {
        Optional<UUID> delivery = rows.delivery(receipt);
        if (delivery.isPresent()) {
            settlement.receipt(delivery.get(), attempt(receipt));
            return Optional.empty();
        }
        if (clock.instant().isAfter(receipt.at().plus(PATIENCE))) {
            LOG.warnf("receipt for no known message channel=%s via=%s", receipt.channel(), receipt.via());
            return Optional.empty();
        }
        return Optional.of(clock.instant().plus(PAUSE));
    }

    private static Attempt attempt(Receipt receipt) {
        Attempt.Answer answer = switch (receipt.verdict()) {
            case ARRIVED -> new Attempt.Accepted(receipt.words(), true);
            case LOST -> Attempt.Refused.thisMessage(receipt.words());
            case BAD_ADDRESS -> Attempt.Refused.badAddress(receipt.words());
        };
        return new Attempt(receipt.via().isEmpty() ? "report" : receipt.via(), receipt.at(), Duration.ZERO, answer);
    }

    @Scheduled(every = "12h", delayed = "15m")
    @Transactional
    void forget() {
        rows.forgetBefore(clock.instant().minus(KEPT));
    }
}
