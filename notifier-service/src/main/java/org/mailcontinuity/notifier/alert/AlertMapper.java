package org.mailcontinuity.notifier.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.alert.Standing;
import org.mailcontinuity.contracts.event.EventState;
import org.mailcontinuity.notifier.contact.Person;
import org.mailcontinuity.notifier.delivery.Recipient;
import org.mailcontinuity.notifier.template.Facts;

/** Reads the published alert. */
final class AlertMapper {
    private AlertMapper() {}

    /** Everyone whom a step of the alert names. */
    static Set<UUID> contactIds(AlertChanged alert) {
        return alert.steps().stream()
                .flatMap(step -> step.contactIds().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static AlertSituation situation(AlertChanged alert, Instant episodeSeenAt, Map<UUID, Person> persons, Instant now) {
        return new AlertSituation(
                alert.alertId(),
                alert.episode(),
                attention(alert),
                episodeSeenAt,
                alert.repeatInterval(),
                alert.steps().stream()
                        .map(step -> step(step, id -> recipient(id, alert, persons, now)))
                        .toList());
    }

    /** A state of a later release is none that we know to be silent: it is told. */
    private static AlertSituation.Attention attention(AlertChanged alert) {
        return switch (alert.state()) {
            case FIRING, UNKNOWN -> new AlertSituation.Attention.Wanted();
            case ACKNOWLEDGED -> new AlertSituation.Attention.Taken();
            case SUSPENDED ->
                new AlertSituation.Attention.Suspended(alert.standing().flatMap(Standing::until));
            case RESOLVED -> new AlertSituation.Attention.Over();
        };
    }

    private static AlertSituation.Step step(AlertStep step, Function<UUID, Recipient> recipient) {
        List<Recipient> recipients = step.contactIds().stream().map(recipient).toList();
        List<String> channels = step.channels().stream().map(Enum::name).toList();
        return new AlertSituation.Step(step.afterUnacknowledged(), recipients, channels);
    }

    private static Recipient recipient(UUID contactId, AlertChanged alert, Map<UUID, Person> persons, Instant now) {
        Person person = persons.get(contactId);
        return person == null
                ? new Recipient.Unknown(contactId)
                : new Recipient.Known(contactId, person.addresses(), quietUntil(alert, person, now));
    }

    static Optional<Instant> quietUntil(AlertChanged alert, Person person, Instant now) {
        return Quiet.until(person.quietHours(), alert.quietHours(), person.zone(), alert.severity(), now);
    }

    static Facts facts(AlertChanged alert) {
        return new Facts.OfAlert(
                Optional.of(alert.alertId()),
                alert.severity().name(),
                alert.monitors().stream().map(AlertMapper::affected).toList(),
                alert.since(),
                alert.resolvedAt(),
                alert.cause().sentence(),
                alert.event()
                        .filter(event -> event.state() == EventState.ACTIVE)
                        .map(EventAnswer::until),
                alert.subject(),
                alert.domainCount(),
                alert.languages());
    }

    private static Facts.Affected affected(AffectedMonitor monitor) {
        return new Facts.Affected(
                monitor.name(), monitor.domain(), monitor.direction().name());
    }
}
