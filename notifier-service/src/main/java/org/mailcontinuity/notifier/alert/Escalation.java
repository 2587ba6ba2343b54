package org.mailcontinuity.notifier.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.mailcontinuity.notifier.delivery.Delivery;
import org.mailcontinuity.notifier.delivery.DeliveryKey;
import org.mailcontinuity.notifier.delivery.Notice;

/**
 * Who is told of an alert, when, and how often.
 *
 * <ol>
 *   <li>While the alert fires, the {@link Ladder} says what is due.
 *   <li>Acknowledged: nothing is told, and what is still pending need not be told any more. Suspended: likewise, until
 *       the time given; then the alert fires again.
 *   <li>Resolved: everyone who was told that it fires, and not yet that it is over, is told once, over the same address.
 *       What was not told yet is not told any more.
 * </ol>
 */
final class Escalation {
    private final Duration patience;

    /** @param patience how long an address may be put off before another road is taken beside it */
    Escalation(Duration patience) {
        this.patience = patience;
    }

    /** @param deliveries all of the alert so far, of every episode */
    Decision decide(AlertSituation alert, List<Delivery> deliveries, Instant now) {
        return switch (alert.attention()) {
            case AlertSituation.Attention.Wanted wanted -> fire(alert, deliveries, now);
            case AlertSituation.Attention.Taken taken -> silence(deliveries, Optional.empty());
            case AlertSituation.Attention.Suspended(Optional<Instant> until) ->
                until.filter(end -> !now.isBefore(end)).isPresent()
                        ? fire(alert, deliveries, now)
                        : silence(deliveries, until);
            case AlertSituation.Attention.Over over -> resolve(alert, deliveries);
        };
    }

    private Decision fire(AlertSituation alert, List<Delivery> deliveries, Instant now) {
        List<UUID> outdated =
                pending(deliveries, delivery -> delivery.key().episode() < alert.episode() || !firing(delivery));
        Ladder ladder = new Ladder(alert, deliveries, now, patience);
        return ladder.decide(outdated);
    }

    private static Decision silence(List<Delivery> deliveries, Optional<Instant> until) {
        return new Decision(List.of(), pending(deliveries, Escalation::firing), Set.of(), until);
    }

    private static Decision resolve(AlertSituation alert, List<Delivery> deliveries) {
        Map<String, DeliveryKey> toTell = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            if (firing(delivery) && delivery.told() && !resolutionTold(delivery.key(), deliveries)) {
                DeliveryKey told = delivery.key();
                DeliveryKey resolution = new DeliveryKey(
                        alert.alertId(), alert.episode(), Notice.RESOLVED, 0, told.contactId(), told.address(), 0);
                toTell.putIfAbsent(resolution.id().toString(), resolution);
            }
        }
        return new Decision(
                List.copyOf(toTell.values()), pending(deliveries, Escalation::firing), Set.of(), Optional.empty());
    }

    /** Whether a resolution of this telling's episode, or a later one, is already on its way to the same address. */
    private static boolean resolutionTold(DeliveryKey told, List<Delivery> deliveries) {
        return deliveries.stream()
                .map(Delivery::key)
                .anyMatch(key -> key.notice() == Notice.RESOLVED
                        && key.episode() >= told.episode()
                        && key.contactId().equals(told.contactId())
                        && key.address().reaches(told.address()));
    }

    private static boolean firing(Delivery delivery) {
        return delivery.key().notice() == Notice.FIRING;
    }

    private static List<UUID> pending(List<Delivery> deliveries, Predicate<Delivery> which) {
        return deliveries.stream()
                .filter(Delivery::pending)
                .filter(which)
                .map(delivery -> delivery.key().id())
                .toList();
    }
}
