package org.mailcontinuity.events.monitor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.outbox.OutboxPublisher;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.problem.Violation;
import org.mailcontinuity.events.revision.EntityTags;

/** Makes, changes and deletes monitors. Every method runs in the caller's transaction. */
final class Monitors {
    private static final String KIND = "monitor";

    private final MonitorRepository rows;
    private final List<MonitorGuard> guards;
    private final OutboxPublisher outbox;
    private final AuditRepository audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    Monitors(
            MonitorRepository rows,
            List<MonitorGuard> guards,
            OutboxPublisher outbox,
            AuditRepository audit,
            InstantSource clock,
            RandomGenerator random) {
        this.rows = rows;
        this.guards = List.copyOf(guards);
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    Monitor create(MonitorRequest request, Actor actor) {
        Instant now = clock.instant();
        Monitor made = new Monitor(sound(request, TimeOrderedId.at(now, random), 1), now, now);
        rows.persist(MonitorEntity.of(made));
        outbox.add(made.definition());
        audit.record(actor, "create", KIND, made.definition().monitorId(), null, MonitorView.of(made));
        return made;
    }

    Monitor change(UUID id, @Nullable String ifMatch, UnaryOperator<MonitorRequest> change, Actor actor) {
        MonitorEntity row = locked(id);
        Monitor before = row.toMonitor();
        EntityTags.require(ifMatch, before.definition().revision());
        MonitorRequest wanted = change.apply(MonitorRequest.of(before.definition()));
        Monitor after =
                new Monitor(sound(wanted, id, before.definition().revision() + 1), before.createdAt(), clock.instant());
        row.write(after);
        outbox.add(after.definition());
        audit.record(actor, "change", KIND, id, MonitorView.of(before), MonitorView.of(after));
        return after;
    }

    void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        MonitorEntity row = locked(id);
        Monitor before = row.toMonitor();
        EntityTags.require(ifMatch, before.definition().revision());
        rows.delete(row);
        outbox.tombstone(MonitorDefinition.class, id.toString());
        audit.record(actor, "delete", KIND, id, MonitorView.of(before), null);
    }

    private MonitorEntity locked(UUID id) {
        return rows.locked(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
    }

    private MonitorDefinition sound(MonitorRequest request, UUID id, long revision) {
        MonitorDefinition definition = definition(request, id, revision);
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
        return definition;
    }

    private static MonitorDefinition definition(MonitorRequest request, UUID id, long revision) {
        try {
            return request.toDefinition(id, revision);
        } catch (ContractViolation e) {
            throw new RefusedException(Refusal.Invalid.of(e.field(), "VALUE", e.rule()));
        }
    }
}
