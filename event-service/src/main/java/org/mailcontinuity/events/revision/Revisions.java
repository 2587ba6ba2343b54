package org.mailcontinuity.events.revision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.audit.AuditRepository;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/**
 * Makes, changes and deletes resources of one kind: the id and the revision, the condition on it, the audit. Every method
 * runs in the caller's transaction.
 *
 * @param <E> the kind's row
 * @param <T> the resource
 * @param <Q> the request that makes one
 */
public final class Revisions<E, T, Q> {
    private final Kind<E, T, Q> kind;
    private final AuditRepository audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Revisions(Kind<E, T, Q> kind, AuditRepository audit, InstantSource clock, RandomGenerator random) {
        this.kind = kind;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** @throws RefusedException if the request breaks a rule */
    public T create(Q request, Actor actor) {
        Instant now = clock.instant();
        T made = kind.made(request, Identity.first(TimeOrderedId.at(now, random), now), Optional.empty());
        kind.insert(made);
        audit.record(actor, "create", kind.name(), kind.identity(made).id(), null, kind.view(made));
        return made;
    }

    /**
     * @param ifMatch the header If-Match, or null
     * @param change makes the wanted request of the one that would make the resource as it is
     * @throws RefusedException 404, 412, 428, or what the kind refuses
     */
    public T change(UUID id, @Nullable String ifMatch, UnaryOperator<Q> change, Actor actor) {
        E row = locked(id);
        T before = kind.read(row);
        EntityTags.require(ifMatch, kind.identity(before).revision());
        Q wanted = change.apply(kind.request(before));
        T after = kind.made(wanted, kind.identity(before).next(clock.instant()), Optional.of(before));
        return written(row, before, after, "change", actor);
    }

    /**
     * Changes a resource for a reason of the service's own, whatever its revision.
     *
     * @param verb as the audit names it
     * @param change makes the resource as it becomes, of it and its next identity
     */
    public T step(UUID id, String verb, BiFunction<T, Identity, T> change, Actor actor) {
        E row = locked(id);
        T before = kind.read(row);
        T after = change.apply(before, kind.identity(before).next(clock.instant()));
        return written(row, before, after, verb, actor);
    }

    /**
     * @param ifMatch the header If-Match, or null
     * @throws RefusedException 404, 412, 428, or 409 where the kind does not allow it
     */
    public void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        E row = locked(id);
        T last = kind.read(row);
        EntityTags.require(ifMatch, kind.identity(last).revision());
        kind.deleted(row, last).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        audit.record(actor, "delete", kind.name(), id, kind.view(last), null);
    }

    private T written(E row, T before, T after, String verb, Actor actor) {
        kind.write(row, before, after);
        audit.record(actor, verb, kind.name(), kind.identity(after).id(), kind.view(before), kind.view(after));
        return after;
    }

    private E locked(UUID id) {
        return kind.locked(id)
                .orElseThrow(() -> new RefusedException(new Refusal.NotFound(kind.name(), id.toString())));
    }
}
