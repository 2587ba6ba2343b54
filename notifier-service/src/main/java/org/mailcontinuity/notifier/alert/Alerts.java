package org.mailcontinuity.notifier.alert;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.contact.Person;
import org.mailcontinuity.notifier.delivery.Deliveries;
import org.mailcontinuity.notifier.delivery.Delivery;
import org.mailcontinuity.notifier.job.Jobs;

/**
 * Decides about alerts and carries it out, in the present transaction: at each change, whenever a delivery surprises, and
 * when time alone makes something due. Each decision plans the next look, so that a look that comes too early or twice
 * does no harm.
 */
public final class Alerts {
    static final String JOB = "alert-look";
    private static final Logger LOG = Logger.getLogger(Alerts.class);

    private final AlertRepository rows;
    private final ContactRepository contacts;
    private final Deliveries deliveries;
    private final Jobs jobs;
    private final Escalation escalation;
    private final InstantSource clock;

    Alerts(
            AlertRepository rows,
            ContactRepository contacts,
            Deliveries deliveries,
            Jobs jobs,
            Escalation escalation,
            InstantSource clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.escalation = escalation;
        this.clock = clock;
    }

    /** Takes the alert as it now is, unless a later revision is known. */
    void accept(AlertChanged alert) {
        AlertEntity row = rows.locked(alert.alertId()).orElse(null);
        if (row == null) {
            row = AlertEntity.first(alert, clock.instant());
            rows.persistAndFlush(row);
        } else if (alert.revision() > row.revision) {
            row.put(alert, clock.instant());
        } else {
            return;
        }
        decide(row);
    }

    /** Decides anew about an alert that did not change. */
    void look(UUID alertId) {
        rows.locked(alertId).ifPresent(this::decide);
    }

    /** Plans a look for which {@code reason} is the cause; the same one is planned once. */
    public void planLook(UUID alertId, Instant at, String reason) {
        jobs.schedule(JOB, alertId + "@" + at.toEpochMilli() + reason, at);
    }

    /** Everyone whom the alert's steps name, as far as the alert is known. */
    public Set<UUID> contactIds(UUID alertId) {
        return rows.findByIdOptional(alertId)
                .map(row -> AlertMapper.contactIds(row.alert()))
                .orElse(Set.of());
    }

    private void decide(AlertEntity row) {
        AlertChanged alert = row.alert();
        Map<UUID, Person> persons = contacts.persons(AlertMapper.contactIds(alert));
        List<Delivery> sofar = deliveries.of(row.alertId);
        AlertSituation situation = AlertMapper.situation(alert, row.episodeSeenAt, persons, clock.instant());
        Decision decision = escalation.decide(situation, sofar, clock.instant());
        deliveries.plan(decision.due(), AlertMapper.facts(alert));
        if (!deliveries.supersede(decision.superseded())) {
            planLook(row.alertId, clock.instant(), "+");
        }
        row.nextLook = decision.lookAgain().orElse(null);
        decision.lookAgain().ifPresent(at -> planLook(row.alertId, at, ""));
        warn(row.alertId, decision.unreachable());
    }

    private static void warn(UUID alertId, Collection<UUID> unreachable) {
        if (!unreachable.isEmpty()) {
            LOG.errorf("nothing reaches these contacts alert=%s contacts=%s", alertId, unreachable);
        }
    }
}
