package org.mailcontinuity.events.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mailcontinuity.events.lifecycle.ContinuityEvent;
import org.mailcontinuity.events.lifecycle.EventScope;

/**
 * The continuity events of planned work. An event covers a monitor when it is for everyone, or for a user group of which
 * the monitor's domain is a member as a whole.
 */
final class PlannedEvents {
    /** How long an event that is over stays known, so that what was seen before its end and is told late counts as of then. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Function<Instant, List<ContinuityEvent>> events;
    private final Function<Collection<UUID>, Set<String>> domains;

    /**
     * @param events those of planned work that are not over at an instant
     * @param domains the domains that are whole members of user groups
     */
    PlannedEvents(Function<Instant, List<ContinuityEvent>> events, Function<Collection<UUID>, Set<String>> domains) {
        this.events = events;
        this.domains = domains;
    }

    List<PlannedEvent> at(Instant now) {
        return events.apply(now.minus(KEPT)).stream()
                .flatMap(event -> event.planned().stream()
                        .map(span -> new PlannedEvent(span, covered(event.plan().scope()))))
                .toList();
    }

    private Optional<Set<String>> covered(EventScope scope) {
        return switch (scope) {
            case EventScope.Everyone everyone -> Optional.empty();
            case EventScope.Groups groups -> Optional.of(domains.apply(groups.ids()));
        };
    }
}
