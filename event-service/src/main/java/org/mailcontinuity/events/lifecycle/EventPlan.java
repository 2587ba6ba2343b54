package org.mailcontinuity.events.lifecycle;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What an event is for, apart from its time.
 *
 * @param name 1 to 100 characters
 * @param description up to 500 characters, shown to those it is about
 * @param notes up to 4000 characters, for those who run it
 * @param timeZone in which its times were chosen
 * @param alertId the alert it answers; at most one scheduled or active event answers an alert
 * @param disruptionId the disruption it answers
 * @param extendWhileDisrupted whether it goes on by itself while that disruption lasts
 */
public record EventPlan(
        String name,
        Optional<String> description,
        Optional<String> notes,
        EventScope scope,
        ZoneId timeZone,
        Optional<UUID> alertId,
        Optional<UUID> disruptionId,
        boolean extendWhileDisrupted,
        EventNotices notices) {

    /**
     * An event that names only a disruption answers the alert of that disruption.
     *
     * @param alertOf the alert that tells of a disruption
     */
    EventPlan answering(Function<UUID, Optional<UUID>> alertOf) {
        return new EventPlan(
                name,
                description,
                notes,
                scope,
                timeZone,
                alertId.or(() -> disruptionId.flatMap(alertOf)),
                disruptionId,
                extendWhileDisrupted,
                notices);
    }
}
