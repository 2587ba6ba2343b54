package org.mailcontinuity.notifier.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.contact.Person;
import org.mailcontinuity.notifier.database.Unreachable;
import org.mailcontinuity.notifier.job.ScheduledWork;
import org.mailcontinuity.notifier.template.Facts;

/**
 * Sends a delivery: reads it in one transaction, hands it over in none, stores what came of it in another. If the replica
 * dies between the second and the third, another one sends it again, under the same id.
 */
@Singleton
class DeliveryJob implements ScheduledWork {
    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DeliveryRepository rows;
    private final ContactRepository contacts;
    private final Deliveries deliveries;
    private final Courier courier;
    private final Settlement settlement;

    DeliveryJob(
            DeliveryRepository rows,
            ContactRepository contacts,
            Deliveries deliveries,
            Courier courier,
            Settlement settlement) {
        this.rows = rows;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.courier = courier;
        this.settlement = settlement;
    }

    @Override
    public String name() {
        return Deliveries.JOB;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID id = UUID.fromString(instance);
        Optional<Task> task = QuarkusTransaction.requiringNew().call(() -> task(id));
        if (task.isEmpty()) {
            return Optional.empty();
        }
        if (task.get().person().isEmpty()) {
            return settled(() -> settlement.contactGone(id));
        }
        List<Attempt> attempts = courier.send(
                task.get().key(), task.get().facts(), task.get().person().get());
        return settled(() -> settlement.store(id, attempts));
    }

    private Optional<Task> task(UUID id) {
        return rows.findByIdOptional(id)
                .filter(row -> row.state == DeliveryEntity.State.PENDING)
                .map(row -> new Task(row.delivery().key(), deliveries.read(row.facts), contacts.person(row.contactId)));
    }

    /** What was sent is stored even if the database is away for a while: else it would be sent again. */
    private static Optional<Instant> settled(StoredOutcome storing) {
        while (true) {
            try {
                return QuarkusTransaction.requiringNew().call(storing::next);
            } catch (RuntimeException e) {
                if (!Unreachable.database(e)) {
                    throw e;
                }
                LOG.warnf("outcome waits for the database cause=%s", e.getMessage());
                pause(e);
            }
        }
    }

    private static void pause(RuntimeException cause) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    @Scheduled(every = "1m", delayed = "1m")
    @Transactional
    void recoverStranded() {
        int recovered = deliveries.recoverStranded();
        if (recovered > 0) {
            LOG.errorf("deliveries were pending without a job count=%d", recovered);
        }
    }

    @Scheduled(every = "6h", delayed = "10m")
    @Transactional
    void forget() {
        int forgotten = deliveries.forget();
        if (forgotten > 0) {
            LOG.infof("old deliveries forgotten count=%d", forgotten);
        }
    }

    private interface StoredOutcome {
        Optional<Instant> next();
    }

    private record Task(DeliveryKey key, Facts facts, Optional<Person> person) {}
}
