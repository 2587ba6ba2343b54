package org.mailcontinuity.notifier.digest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.contact.Person;
import org.mailcontinuity.notifier.delivery.Courier;
import org.mailcontinuity.notifier.delivery.Deliveries;
import org.mailcontinuity.notifier.delivery.DeliveryJob;
import org.mailcontinuity.notifier.delivery.Settlement;
import org.mailcontinuity.notifier.job.ScheduledWork;
import org.mailcontinuity.notifier.limit.AllowanceRepository;

/**
 * Tells what is held for one address at the end of one window, in one message. What is told is claimed for it once, so that
 * the same message is sent again after a crash or when it was put off.
 */
@Singleton
class DigestJob implements ScheduledWork {
    private final Deliveries deliveries;
    private final ContactRepository contacts;
    private final AllowanceRepository allowances;
    private final Courier courier;
    private final Settlement settlement;

    DigestJob(
            Deliveries deliveries,
            ContactRepository contacts,
            AllowanceRepository allowances,
            Courier courier,
            Settlement settlement) {
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.allowances = allowances;
        this.courier = courier;
        this.settlement = settlement;
    }

    @Override
    public String name() {
        return DeliveryJob.DIGEST;
    }

    /** @param instance the lane, an at sign and the end of the window */
    @Override
    public Optional<Instant> run(String instance) {
        UUID lane = UUID.fromString(instance.substring(0, instance.indexOf('@')));
        UUID id = DerivedId.of("digest", instance);
        Task task = QuarkusTransaction.requiringNew().call(() -> task(lane, id));
        if (task.held().isEmpty()) {
            return Optional.empty();
        }
        Optional<Person> person = task.person();
        if (person.isEmpty()) {
            return QuarkusTransaction.requiringNew().call(() -> {
                task.held().forEach(one -> settlement.contactGone(one.key().id()));
                return Optional.empty();
            });
        }
        List<Attempt> attempts = send(id, task.held(), person.get());
        return DeliveryJob.stored(() -> task.held().stream()
                .flatMap(one -> settlement.store(one.key().id(), attempts).stream())
                .max(Comparator.naturalOrder()));
    }

    private Task task(UUID lane, UUID id) {
        List<Deliveries.Held> held = deliveries.claim(lane, id);
        if (held.isEmpty()) {
            return new Task(held, Optional.empty());
        }
        allowances.overdraw(lane);
        return new Task(held, contacts.person(held.getFirst().key().contactId()));
    }

    private List<Attempt> send(UUID id, List<Deliveries.Held> held, Person person) {
        Deliveries.Held first = held.getFirst();
        return held.size() == 1 ? courier.send(first.key(), first.facts(), person) : courier.digest(id, held, person);
    }

    private record Task(List<Deliveries.Held> held, Optional<Person> person) {}
}
