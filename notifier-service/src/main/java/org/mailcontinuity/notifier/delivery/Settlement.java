package org.mailcontinuity.notifier.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.mailcontinuity.notifier.channel.Attempt;

/** Stores what came of a delivery, tells whoever planned it, and publishes it: all in the present transaction. */
public final class Settlement {
    private final DeliveryRepository rows;
    private final NotificationPublisher publisher;
    private final Consumer<DeliverySettled> settled;
    private final RetryPolicy policy;
    private final DeliveryMetrics metrics;
    private final InstantSource clock;
    private final RandomGenerator random;

    Settlement(
            DeliveryRepository rows,
            NotificationPublisher publisher,
            Consumer<DeliverySettled> settled,
            RetryPolicy policy,
            DeliveryMetrics metrics,
            InstantSource clock,
            RandomGenerator random) {
        this.rows = rows;
        this.publisher = publisher;
        this.settled = settled;
        this.policy = policy;
        this.metrics = metrics;
        this.clock = clock;
        this.random = random;
    }

    /** @return when to try again */
    public Optional<Instant> store(UUID id, List<Attempt> attempts) {
        DeliveryEntity row = rows.locked(id).orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        Delivery before = row.delivery();
        row.tries++;
        Attempt.Answer answer = attempts.getLast().answer();
        Outcome outcome = Outcome.of(before, answer, row.tries, clock.instant(), policy, random);
        store(row, before, attempts, outcome);
        return outcome.next();
    }

    /** What a carrier tells later of a message it took. */
    public void receipt(UUID id, Attempt told) {
        DeliveryEntity row = rows.locked(id).orElse(null);
        if (row == null) {
            return;
        }
        Delivery before = row.delivery();
        Outcome.ofReceipt(before, told.answer(), clock.instant())
                .ifPresent(outcome -> store(row, before, List.of(told), outcome));
    }

    private void store(DeliveryEntity row, Delivery before, List<Attempt> attempts, Outcome outcome) {
        DeliveryKey key = before.key();
        int first = row.attempts;
        row.put(outcome.progress());
        row.badAddress |= attempts.getLast().answer() instanceof Attempt.Refused refused && refused.badAddress();
        for (Attempt attempt : attempts) {
            row.attempts++;
            rows.add(key.id(), row.attempts, attempt);
        }
        publisher.publish(key, first, attempts, outcome);
        metrics.attempted(before, attempts, outcome);
        if (outcome.surprises(before)) {
            settled.accept(new DeliverySettled(key.subjectId(), key.id(), key.notice()));
        }
    }

    /** The contact was deleted before it could be told. */
    public Optional<Instant> contactGone(UUID id) {
        rows.locked(id).filter(row -> row.state == DeliveryEntity.State.PENDING).ifPresent(row -> {
            Delivery before = row.delivery();
            row.put(new Progress.Failed(clock.instant(), Progress.Failure.CONTACT_GONE));
            settled.accept(new DeliverySettled(
                    before.key().subjectId(), id, before.key().notice()));
        });
        return Optional.empty();
    }
}
