package org.mailcontinuity.events.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.event.Scope;
import org.mailcontinuity.contracts.monitor.Activation;
import org.mailcontinuity.events.usergroup.UserGroup;

/** What the page's lists offer. */
final class Choices {
    static final String EVERYONE = "*";
    static final List<Duration> DURATIONS = List.of(
            Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24), Duration.ofDays(3));
    static final List<Duration> SUSPENSIONS =
            List.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12));

    private static final List<Duration> EXTENSIONS =
            List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24));
    private static final Duration USUAL_DURATION = Duration.ofHours(4);
    private static final Duration USUAL_SUSPENSION = Duration.ofHours(1);

    private Choices() {}

    /** Lengths of a new event; the one that the monitor asks for is chosen where it is offered. */
    static List<AlertPage.Choice> durations(Optional<Activation> activation) {
        Duration usual =
                activation.map(Activation::duration).filter(DURATIONS::contains).orElse(USUAL_DURATION);
        return DURATIONS.stream().map(length -> choice(length, usual)).toList();
    }

    static List<AlertPage.Choice> suspensions() {
        return SUSPENSIONS.stream()
                .map(length -> choice(length, USUAL_SUSPENSION))
                .toList();
    }

    /** New ends of an event, as instants. */
    static List<AlertPage.Choice> extensions(Instant until, Instant now, ZoneId zone) {
        return EXTENSIONS.stream()
                .map(length -> {
                    Instant later = until.plus(length);
                    String text = "%s (%s longer)"
                            .formatted(Moment.of(later, now, zone).text(), Moment.length(length));
                    return new AlertPage.Choice(later.toString(), text, false);
                })
                .toList();
    }

    /** Everyone, and each group; the scope that the monitor asks for is chosen. */
    static List<AlertPage.Choice> scopes(List<UserGroup> groups, Optional<Activation> activation) {
        List<UUID> wanted =
                activation.flatMap(Activation::scope).map(Scope::groupIds).orElse(List.of());
        return Stream.concat(
                        Stream.of(new AlertPage.Choice(EVERYONE, "Everyone", wanted.isEmpty())),
                        groups.stream()
                                .map(group -> new AlertPage.Choice(
                                        group.id().toString(),
                                        group.name(),
                                        wanted.stream()
                                                .findFirst()
                                                .filter(group.id()::equals)
                                                .isPresent())))
                .toList();
    }

    private static AlertPage.Choice choice(Duration length, Duration chosen) {
        return new AlertPage.Choice(length.toString(), Moment.length(length), length.equals(chosen));
    }
}
