package org.mailcontinuity.events.monitor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.Identity;
import org.mailcontinuity.events.revision.Kind;

/** Monitors as resources with revisions. */
final class MonitorKind implements Kind<MonitorEntity, Monitor, MonitorRequest> {
    private final MonitorRepository rows;
    private final List<MonitorGuard> guards;
    private final Supplier<Function<MonitorDefinition, List<MaintenanceSpan>>> windows;
    private final OutboxPublisher outbox;

    /** @param windows what maintenance windows, as they now are, give a monitor besides its own spans */
    MonitorKind(
            MonitorRepository rows,
            List<MonitorGuard> guards,
            Supplier<Function<MonitorDefinition, List<MaintenanceSpan>>> windows,
            OutboxPublisher outbox) {
        this.rows = rows;
        this.guards = List.copyOf(guards);
        this.windows = windows;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "monitor";
    }

    @Override
    public Identity identity(Monitor monitor) {
        MonitorDefinition definition = monitor.definition();
        return new Identity(definition.monitorId(), definition.revision(), monitor.createdAt(), monitor.updatedAt());
    }

    @Override
    public Object view(Monitor monitor) {
        return MonitorView.of(monitor);
    }

    @Override
    public MonitorRequest request(Monitor monitor) {
        return MonitorRequest.of(monitor.definition());
    }

    @Override
    public Monitor made(MonitorRequest request, Identity identity, Optional<Monitor> before) {
        MonitorDefinition definition = definition(request, identity);
        List<Violation> broken = MonitorRules.check(definition);
        if (!broken.isEmpty()) {
            throw new RefusedException(new Refusal.Invalid(broken));
        }
        guards.stream()
                .flatMap(guard -> guard.refusal(definition).stream())
                .findFirst()
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
        return new Monitor(definition, identity.createdAt(), identity.updatedAt());
    }

    @Override
    public Optional<MonitorEntity> locked(UUID id) {
        return rows.locked(id);
    }

    @Override
    public Monitor read(MonitorEntity row) {
        return row.toMonitor();
    }

    @Override
    public void insert(Monitor made) {
        rows.persist(MonitorEntity.of(made, published(made.definition())));
    }

    @Override
    public void write(MonitorEntity row, Monitor before, Monitor after) {
        row.write(after, published(after.definition()));
    }

    /** Publishes a definition with what windows give it, and says what that is. */
    private String published(MonitorDefinition definition) {
        List<MaintenanceSpan> spans = windows.get().apply(definition);
        List<MaintenanceSpan> all =
                Stream.concat(definition.maintenance().stream(), spans.stream()).toList();
        outbox.add(
                spans.isEmpty()
                        ? definition
                        : MonitorRequest.of(definition)
                                .maintained(all)
                                .toDefinition(definition.monitorId(), definition.revision()));
        return MonitorUpkeep.text(spans);
    }

    @Override
    public Optional<Refusal> deleted(MonitorEntity row, Monitor last) {
        rows.delete(row);
        outbox.tombstone(MonitorDefinition.class, last.definition().key());
        return Optional.empty();
    }

    private static MonitorDefinition definition(MonitorRequest request, Identity identity) {
        try {
            return request.toDefinition(identity.id(), identity.revision());
        } catch (ContractViolation e) {
            throw new RefusedException(Refusal.Invalid.of(e.field(), "VALUE", e.rule()));
        }
    }
}
