package org.mailcontinuity.notifier.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.mailcontinuity.notifier.delivery.Delivery;
import org.mailcontinuity.notifier.delivery.DeliveryKey;
import org.mailcontinuity.notifier.delivery.Notice;
import org.mailcontinuity.notifier.delivery.Reach;
import org.mailcontinuity.notifier.delivery.Recipient;
import org.mailcontinuity.notifier.delivery.Rung;

/**
 * The ladder of a firing alert, climbed once.
 *
 * <ol>
 *   <li>A step begins {@code after} the episode was seen, or at once when nobody of the step before can be reached; a step
 *       that has begun stays begun.
 *   <li>Its people are told when it begins and again at each {@code repeatInterval} from then. Of rounds that were missed
 *       (the alert was suspended, the notifier away) only the last is told.
 *   <li>How a person is reached is {@link Reach}'s matter.
 *   <li>Who is not to be disturbed now is told when that is over, and counts as reachable.
 *   <li>A contact of whom nothing is known yet is waited for; after {@link #ACQUAINTANCE} it counts as unreachable.
 * </ol>
 *
 * <p>Example: repeat 30 min, step 0 at once, step 1 after 15 min. Told are: step 0 at 0, 30, 60 min; step 1 at 15, 45,
 * 75 min.
 */
final class Ladder {
    static final Duration ACQUAINTANCE = Duration.ofSeconds(30);
    private static final Duration NEXT_GLANCE = Duration.ofSeconds(1);

    private final AlertSituation alert;
    private final List<Delivery> deliveries;
    private final Instant now;
    private final Duration patience;

    private final List<DeliveryKey> due = new ArrayList<>();
    private final Set<UUID> unreachable = new TreeSet<>();
    private final List<Instant> looks = new ArrayList<>();

    Ladder(AlertSituation alert, List<Delivery> deliveries, Instant now, Duration patience) {
        this.alert = alert;
        this.deliveries = deliveries;
        this.now = now;
        this.patience = patience;
    }

    Decision decide(List<UUID> outdated) {
        boolean hurry = false;
        for (int step = 0; step < alert.steps().size(); step++) {
            Instant begin = begin(step, hurry);
            if (begin.isAfter(now)) {
                looks.add(begin);
                hurry = false;
            } else {
                hurry = climb(step, begin);
            }
        }
        return new Decision(
                List.copyOf(due),
                outdated,
                Set.copyOf(unreachable),
                looks.stream().min(Comparator.naturalOrder()));
    }

    private Instant begin(int step, boolean hurry) {
        Instant planned = alert.episodeSeenAt().plus(alert.steps().get(step).after());
        Instant earliest = hurry && now.isBefore(planned) ? now : planned;
        return deliveries.stream()
                .filter(delivery -> delivery.key().notice() == Notice.FIRING
                        && delivery.key().episode() == alert.episode()
                        && delivery.key().step() == step)
                .map(Delivery::plannedAt)
                .reduce(earliest, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Tells the people of a step what they are due; whether none of them can be reached. */
    private boolean climb(int step, Instant begin) {
        Duration sinceBegin = Duration.between(begin, now);
        long rounds = sinceBegin.dividedBy(alert.repeatInterval());
        looks.add(begin.plus(alert.repeatInterval().multipliedBy(rounds + 1)));
        Rung rung = new Rung(
                alert.alertId(),
                alert.episode(),
                Notice.FIRING,
                step,
                alert.steps().get(step).channels(),
                Math.toIntExact(rounds));
        boolean nobody = true;
        for (Recipient recipient : alert.steps().get(step).recipients()) {
            boolean blocked = switch (recipient) {
                case Recipient.Known known -> tell(rung, known);
                case Recipient.Unknown unknown -> await(sinceBegin);
            };
            if (blocked) {
                unreachable.add(recipient.contactId());
            }
            nobody &= blocked;
        }
        return nobody;
    }

    private boolean tell(Rung rung, Recipient.Known person) {
        if (person.quietUntil().isPresent()) {
            looks.add(person.quietUntil().get());
            return false;
        }
        Reach reach = Reach.of(rung, person, deliveries, now, patience);
        due.addAll(reach.due());
        reach.lookAgain().ifPresent(looks::add);
        return reach.blocked();
    }

    private boolean await(Duration sinceBegin) {
        boolean waitedLongEnough = sinceBegin.compareTo(ACQUAINTANCE) >= 0;
        looks.add(now.plus(waitedLongEnough ? ACQUAINTANCE : NEXT_GLANCE));
        return waitedLongEnough;
    }
}
