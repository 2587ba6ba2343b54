package org.mailcontinuity.events.activation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.alert.AlertRepository;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.disruption.DisruptionRepository;
import org.mailcontinuity.events.lifecycle.EventLifecycle;
import org.mailcontinuity.events.lifecycle.EventNotices;
import org.mailcontinuity.events.lifecycle.EventPlan;
import org.mailcontinuity.events.lifecycle.EventScope;
import org.mailcontinuity.events.lifecycle.Initiator;
import org.mailcontinuity.events.lifecycle.Span;
import org.mailcontinuity.events.problem.RefusedException;

/** Looks for outages that nobody answers, and starts the events that their monitors ask for. */
@Singleton
class ActivationJob {
    private static final Logger LOG = Logger.getLogger(ActivationJob.class);
    private static final Actor ACTOR = Actor.system("automatic activation");

    private final AlertRepository alerts;
    private final DisruptionRepository disruptions;
    private final EventLifecycle events;
    private final InstantSource clock;

    ActivationJob(
            AlertRepository alerts, DisruptionRepository disruptions, EventLifecycle events, InstantSource clock) {
        this.alerts = alerts;
        this.disruptions = disruptions;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void answer() {
        List<UUID> firing = QuarkusTransaction.requiringNew().call(alerts::firingDown);
        firing.forEach(this::answer);
    }

    private void answer(UUID alertId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (events.openForAlert(alertId).isEmpty()) {
                    alerts.claimed(alertId).ifPresent(this::start);
                }
            });
        } catch (RefusedException e) {
            LOG.warnf("event not started by itself alert=%s cause=%s", alertId, e.getMessage());
        }
    }

    /** Runs with the alert's row held, so that nobody acknowledges it meanwhile. */
    private void start(Alert alert) {
        Instant now = clock.instant();
        List<Activation> activations = disruptions.automatic(alert.alertId()).stream()
                .map(MonitorDefinition::activation)
                .toList();
        Optional<AutomaticStart> start = AutomaticStart.of(activations, alert, now);
        start.ifPresent(wanted -> {
            Span span = new Span(now, now.plus(wanted.duration()));
            events.create(plan(alert, wanted), span, Initiator.AUTOMATIC, ACTOR);
            LOG.infof("event started by itself alert=%s", alert.alertId());
        });
    }

    private EventPlan plan(Alert alert, AutomaticStart start) {
        return new EventPlan(
                shortened("Outage of " + alert.title()),
                Optional.of(alert.extent().cause().sentence()),
                Optional.empty(),
                EventScope.of(start.groupIds()),
                ZoneId.of("UTC"),
                Optional.of(alert.alertId()),
                Optional.of(alert.disruptionId()),
                false,
                EventNotices.toColleagues(alerts.concerned(alert.alertId()), false));
    }

    private static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) : name;
    }
}
