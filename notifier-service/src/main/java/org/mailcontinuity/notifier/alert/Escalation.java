package org.mailcontinuity.notifier.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
 *   <li>Acknowledged: nothing is told, and what is still pending need not be told any more; only systems that keep
 *       incidents of their own and were told that it fires are told that it is taken. Suspended: likewise silent, until the
 *       time given; then the alert fires again.
 *   <li>Resolved: everyone who was told that it fires, and not yet that it is over, is told once, over the same address;
 *       who is not to be disturbed now, when that is over. What was not told yet is not told any more.
 *   <li>A clock that was put back does not undo what has begun: no time before that of the last delivery counts.
 * </ol>
 */
final class Escalation {
    private final Duration patience;
    private final Set<String> incidentChannels;

    /**
     * @param patience how long an address may be put off before another road is taken beside it
     * @param incidentChannels the names of channels that are told that somebody has taken an alert
     */
    Escalation(Duration patience, Set<String> incidentChannels) {
        this.patience = patience;
        this.incidentChannels = Set.copyOf(incidentChannels);
    }

    /** @param deliveries all of the alert so far, of every episode */
    Decision decide(AlertSituation alert, List<Delivery> deliveries, Instant clock) {
        Instant now = deliveries.stream().map(Delivery::plannedAt).reduce(clock, Escalation::later);
        return switch (alert.attention()) {
            case AlertSituation.Attention.Wanted wanted -> fire(alert, deliveries, now);
            case AlertSituation.Attention.Taken taken -> taken(alert, deliveries);
            case AlertSituation.Attention.Suspended(Optional<Instant> until) ->
                until.filter(end -> !now.isBefore(end)).isPresent()
                        ? fire(alert, deliveries, now)
                        : silence(deliveries, until);
            case AlertSituation.Attention.Over over -> resolve(alert, deliveries, now);
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

    private Decision taken(AlertSituation alert, List<Delivery> deliveries) {
        Set<DeliveryKey> toTell = new LinkedHashSet<>();
        for (Delivery delivery : deliveries) {
            DeliveryKey told = delivery.key();
            if (firing(delivery)
                    && delivery.told()
                    && told.episode() == alert.episode()
                    && incidentChannels.contains(told.address().channel())) {
                toTell.add(once(alert, Notice.ACKNOWLEDGED, told));
            }
        }
        List<UUID> outdated = pending(deliveries, Escalation::firing);
        return new Decision(List.copyOf(toTell), outdated, Set.of(), Optional.empty());
    }

    private static Decision resolve(AlertSituation alert, List<Delivery> deliveries, Instant now) {
        Set<DeliveryKey> toTell = new LinkedHashSet<>();
        List<Instant> looks = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            DeliveryKey told = delivery.key();
            if (firing(delivery) && delivery.told() && !resolutionTold(told, deliveries)) {
                Optional<Instant> quiet = alert.quietUntil(told.contactId()).filter(now::isBefore);
                if (quiet.isPresent()) {
                    looks.add(quiet.get());
                } else {
                    toTell.add(once(alert, Notice.RESOLVED, told));
                }
            }
        }
        List<UUID> outdated = pending(deliveries, delivery -> delivery.key().notice() != Notice.RESOLVED);
        return new Decision(
                List.copyOf(toTell), outdated, Set.of(), looks.stream().min(Comparator.naturalOrder()));
    }

    private static DeliveryKey once(AlertSituation alert, Notice notice, DeliveryKey told) {
        return new DeliveryKey(alert.alertId(), alert.episode(), notice, 0, told.contactId(), told.address(), 0);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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
