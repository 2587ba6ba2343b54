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
import org.mailcontinuity.notifier.limit.AllowanceRepository;
import org.mailcontinuity.notifier.template.Facts;

/**
 * Sends a delivery: reads it in one transaction, hands it over in none, stores what came of it in another. If the replica
 * dies between the second and the third, another one sends it again, under the same id. What is over a person's limit is
 * held instead, to be told together with others.
 */
@Singleton
public class DeliveryJob implements ScheduledWork {
    /** The name of the work that tells what is held. */
    public static final String DIGEST = "digest";

    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BUSY = Duration.ofMillis(200);

    private final DeliveryRepository rows;
    private final ContactRepository contacts;
    private final AllowanceRepository allowances;
    private final Deliveries deliveries;
    private final Courier courier;
    private final Settlement settlement;
    private final Shares shares;

    DeliveryJob(
            DeliveryRepository rows,
            ContactRepository contacts,
            AllowanceRepository allowances,
            Deliveries deliveries,
            Courier courier,
            Settlement settlement,
            Shares shares) {
        this.rows = rows;
        this.contacts = contacts;
        this.allowances = allowances;
        this.deliveries = deliveries;
        this.courier = courier;
        this.settlement = settlement;
        this.shares = shares;
    }

    @Override
    public String name() {
        return Deliveries.JOB;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID id = UUID.fromString(instance);
        Place place = new Place();
        try {
            Optional<Task> task = QuarkusTransaction.requiringNew().call(() -> task(id, place));
            if (place.refused()) {
                return Optional.of(deliveries.now().plus(BUSY));
            }
            return task.flatMap(due -> send(id, due));
        } finally {
            place.leave();
        }
    }

    private Optional<Instant> send(UUID id, Task task) {
        if (task.person().isEmpty()) {
            return stored(() -> settlement.contactGone(id));
        }
        List<Attempt> attempts =
                courier.send(task.key(), task.facts(), task.person().get());
        return stored(() -> settlement.store(id, attempts));
    }

    private Optional<Task> task(UUID id, Place place) {
        return rows.findByIdOptional(id)
                .filter(row -> row.state == DeliveryEntity.State.PENDING && row.heldLane == null)
                .filter(row -> place.enter(row.channel))
                .filter(row -> !held(row))
                .map(row -> new Task(row.delivery().key(), deliveries.read(row.facts), contacts.person(row.contactId)));
    }

    /** What was begun is gone on with; all else about alerts counts against the limit of whoever reads it. */
    private boolean held(DeliveryEntity row) {
        DeliveryKey key = row.delivery().key();
        UUID lane = key.lane();
        if (row.tries > 0 || !key.notice().ofAlert() || !courier.readByPeople(key.address()) || allowances.take(lane)) {
            return false;
        }
        row.heldLane = lane;
        deliveries.planDigest(lane, allowances.windowEnd(lane));
        return true;
    }

    /** What was sent is stored even if the database is away for a while: else it would be sent again. */
    public static Optional<Instant> stored(StoredOutcome storing) {
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

    /** Stores what came of sending, and says when to send again. */
    public interface StoredOutcome {
        Optional<Instant> next();
    }

    /** One delivery's place among those of its channel. */
    private final class Place {
        private Optional<String> entered = Optional.empty();
        private boolean refused;

        boolean enter(String channel) {
            refused = !shares.tryEnter(channel);
            entered = refused ? Optional.empty() : Optional.of(channel);
            return !refused;
        }

        boolean refused() {
            return refused;
        }

        void leave() {
            entered.ifPresent(shares::leave);
        }
    }

    private record Task(DeliveryKey key, Facts facts, Optional<Person> person) {}
}
