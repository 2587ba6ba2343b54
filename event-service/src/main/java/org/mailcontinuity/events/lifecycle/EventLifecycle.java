package org.mailcontinuity.events.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.revision.EntityTags;

/**
 * Creates events and moves them through their lives. Every method runs in the caller's transaction and holds the
 * event's row until that ends, so that two requests, or a request and the job, never move the same event at once.
 */
public final class EventLifecycle {
    private static final String KIND = "event";

    private final EventRepository events;
    private final Consumer<EventTransition> followers;
    private final UnaryOperator<Set<UUID>> unknownGroups;
    private final Predicate<UUID> disruptionLasts;
    private final Function<UUID, Optional<UUID>> alertOf;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * @param followers told of every change, in its transaction
     * @param unknownGroups those of some user groups that do not exist
     * @param disruptionLasts whether a disruption is still open, or one with the same alert
     * @param alertOf the alert that tells of a disruption
     */
    EventLifecycle(
            EventRepository events,
            Consumer<EventTransition> followers,
            UnaryOperator<Set<UUID>> unknownGroups,
            Predicate<UUID> disruptionLasts,
            Function<UUID, Optional<UUID>> alertOf,
            InstantSource clock,
            RandomGenerator random) {
        this.events = events;
        this.followers = followers;
        this.unknownGroups = unknownGroups;
        this.disruptionLasts = disruptionLasts;
        this.alertOf = alertOf;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Plans an event; one whose time has come starts at once. An alert that an open event answers keeps that one.
     *
     * @throws RefusedException if {@code span} breaks a rule
     */
    public AlertAnswer create(EventPlan wanted, Span span, Initiator initiator, Actor actor) {
        Instant now = clock.instant();
        EventPlan plan = wanted.answering(alertOf);
        requireGroups(plan.scope());
        span.broken().ifPresent(rule -> {
            throw invalid("until", rule);
        });
        if (span.isOverAt(now)) {
            throw invalid("until", Denial.SPAN_OVER);
        }
        Optional<ContinuityEvent> first = plan.alertId().flatMap(this::openForAlert);
        if (first.isPresent()) {
            return new AlertAnswer(first.get(), false);
        }
        Life life = span.hasBegunAt(now) ? new Life.Active(span, now, initiator) : new Life.Scheduled(span);
        ContinuityEvent event = new ContinuityEvent(TimeOrderedId.at(now, random), 1, plan, life, now, actor.name());
        events.insert(event);
        Change change = life instanceof Life.Active ? Change.STARTED : Change.CREATED;
        tell(new EventTransition(Optional.empty(), event, change, now, actor, Optional.empty()));
        return new AlertAnswer(event, true);
    }

    /**
     * Starts an event from an alert's link, now. A second start shows the first one's event.
     *
     * @param duration 5 minutes to 30 days
     */
    public AlertAnswer startForAlert(EventPlan plan, Duration duration, Actor contact) {
        Instant now = clock.instant();
        return create(plan, new Span(now, now.plus(duration)), Initiator.ALERT_LINK, contact);
    }

    /** The scheduled or active event that answers an alert. */
    public Optional<ContinuityEvent> openForAlert(UUID alertId) {
        events.lockAlert(alertId);
        return events.openForAlert(alertId);
    }

    /** As {@link #change}, for commands that come from the API with an If-Match header, or null. */
    public ContinuityEvent change(UUID id, Command command, Actor actor, @Nullable String ifMatch) {
        ContinuityEvent event = locked(id);
        EntityTags.check(ifMatch, event.revision());
        return move(event, command, actor);
    }

    /**
     * Gives a command to an event.
     *
     * @return the event afterwards
     * @throws RefusedException 404 if there is none, 409 naming the state if the command is denied
     */
    public ContinuityEvent change(UUID id, Command command, Actor actor) {
        return move(locked(id), command, actor);
    }

    /** Plans a scheduled event, whose row the caller holds, anew. */
    ContinuityEvent replan(ContinuityEvent event, EventPlan plan, Span span, Actor actor) {
        Instant now = clock.instant();
        requireGroups(plan.scope());
        return switch (Life.decide(event.life(), new Command.Reschedule(span), now)) {
            case Decision.Moved moved -> {
                ContinuityEvent next = event.planned(plan.answering(alertOf), moved.next());
                yield settle(
                        new EventTransition(Optional.of(event), next, moved.change(), now, actor, Optional.empty()));
            }
            case Decision.Unchanged same -> event;
            case Decision.Denied denied -> throw denied(event, denied.rule());
        };
    }

    /** Does what the time demands of an event whose row the caller holds. */
    void passTime(ContinuityEvent event, Actor job) {
        boolean stillNeeded = event.plan().extendWhileDisrupted()
                && event.plan().disruptionId().filter(disruptionLasts).isPresent();
        move(event, new Command.PassTime(stillNeeded), job);
    }

    private void requireGroups(EventScope scope) {
        Set<UUID> unknown = unknownGroups.apply(Set.copyOf(scope.groupIds()));
        if (!unknown.isEmpty()) {
            throw new RefusedException(Refusal.Invalid.of(
                    "scope.groupIds", "UNKNOWN_GROUP", "must be user groups; there is no " + unknown));
        }
    }

    private ContinuityEvent move(ContinuityEvent event, Command command, Actor actor) {
        Instant now = clock.instant();
        return switch (Life.decide(event.life(), command, now)) {
            case Decision.Moved moved ->
                settle(new EventTransition(
                        Optional.of(event), event.living(moved.next()), moved.change(), now, actor, reason(command)));
            case Decision.Unchanged same -> event;
            case Decision.Denied denied -> throw denied(event, denied.rule());
        };
    }

    private ContinuityEvent settle(EventTransition transition) {
        events.update(transition.event());
        tell(transition);
        return transition.event();
    }

    private void tell(EventTransition transition) {
        events.note(transition);
        followers.accept(transition);
    }

    /** The event, whose row the caller holds from now on. */
    ContinuityEvent locked(UUID id) {
        return events.lock(id).orElseThrow(() -> new RefusedException(new Refusal.NotFound(KIND, id.toString())));
    }

    private static Optional<String> reason(Command command) {
        return switch (command) {
            case Command.End end -> end.reason();
            case Command.Cancel cancel -> cancel.reason();
            case Command.Start start -> Optional.empty();
            case Command.Extend extend -> Optional.empty();
            case Command.ExtendTo extend -> Optional.empty();
            case Command.Reschedule plan -> Optional.empty();
            case Command.PassTime time -> Optional.empty();
        };
    }

    private static RefusedException denied(ContinuityEvent event, Denial rule) {
        return new RefusedException(new Refusal.Conflict(
                rule.name(), "%s Event %s is %s.".formatted(rule.sentence(), event.id(), event.stateName())));
    }

    private static RefusedException invalid(String field, Denial rule) {
        return new RefusedException(Refusal.Invalid.of(field, rule.name(), rule.sentence()));
    }
}
