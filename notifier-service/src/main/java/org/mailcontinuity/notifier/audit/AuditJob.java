package org.mailcontinuity.notifier.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.notifier.alert.Alerts;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.delivery.Courier;
import org.mailcontinuity.notifier.template.Facts;

/**
 * Looks for what is late, in every replica and apart from the scheduler of all other work: that may be what is stuck. Alerts
 * that should have been looked at are looked at. The operators are told by whichever replica takes the turn: at once of what
 * is new, and again while it goes on.
 */
@Singleton
class AuditJob {
    private static final Logger LOG = Logger.getLogger(AuditJob.class);

    private final AuditConfig config;
    private final AuditRepository rows;
    private final AuditFindings findings;
    private final Alerts alerts;
    private final Courier courier;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    AuditJob(
            AuditConfig config,
            AuditRepository rows,
            AuditFindings findings,
            Alerts alerts,
            Courier courier,
            MeterRegistry metrics,
            InstantSource clock) {
        this.config = config;
        this.rows = rows;
        this.findings = findings;
        this.alerts = alerts;
        this.courier = courier;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        metrics.gauge(
                "continuity.notifier.audit.findings",
                findings,
                seen -> seen.last().stream().mapToLong(Facts.Finding::count).sum());
    }

    @Scheduled(
            every = "${continuity.notifier.audit.interval:30S}",
            delayed = "${continuity.notifier.audit.interval:30S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Instant late = clock.instant().minus(config.lateAfter());
        List<Facts.Finding> found = QuarkusTransaction.requiringNew().call(() -> rows.findings(late));
        findings.put(found);
        QuarkusTransaction.requiringNew().run(() -> mend(late));
        if (found.isEmpty()) {
            QuarkusTransaction.requiringNew().run(rows::allIsWell);
            return;
        }
        LOG.errorf("something is late findings=%s", kinds(found));
        Optional<Turn> turn = QuarkusTransaction.requiringNew().call(() -> turn(found));
        if (turn.isPresent() && !tell(found, turn.get())) {
            QuarkusTransaction.requiringNew().run(rows::allIsWell); // nobody was told: tried again at the next look
        }
    }

    private void mend(Instant late) {
        for (UUID alertId : rows.overdueAlerts(late)) {
            alerts.planLook(alertId, clock.instant(), "!");
        }
    }

    /** Whether it is this replica's turn to tell: noted before it is done, so that only one does. */
    private Optional<Turn> turn(List<Facts.Finding> found) {
        Optional<AuditRepository.Told> told = rows.told();
        boolean known = told.filter(last -> last.findings().equals(kinds(found)))
                .filter(last -> clock.instant().isBefore(last.at().plus(config.repeat())))
                .isPresent();
        if (known) {
            return Optional.empty();
        }
        rows.tell(kinds(found), clock.instant());
        return Optional.of(new Turn(clock.instant()));
    }

    private boolean tell(List<Facts.Finding> found, Turn turn) {
        List<AuditConfig.OperatorConfig> operators = config.operators().orElse(List.of());
        boolean told = operators.isEmpty();
        for (AuditConfig.OperatorConfig operator : operators) {
            Address address = new Address(operator.channel(), operator.address(), operator.credential());
            UUID id = DerivedId.of("audit", operator.channel(), operator.address(), turn.at());
            Attempt last = courier.operator(id, address, operator.language(), new Facts.OfSelf(found))
                    .getLast();
            told |= last.answer() instanceof Attempt.Accepted;
            LOG.infof(
                    "operator told channel=%s reply=%s",
                    operator.channel(), last.answer().reply());
        }
        return told;
    }

    private static String kinds(List<Facts.Finding> found) {
        return found.stream().map(Facts.Finding::kind).collect(Collectors.joining(","));
    }

    private record Turn(Instant at) {}
}
