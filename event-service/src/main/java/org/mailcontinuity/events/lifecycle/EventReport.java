package org.mailcontinuity.events.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to tell about an event afterwards, ready to print: its times are in the zone it was planned in. */
record EventReport(
        String name,
        String state,
        Optional<String> description,
        Optional<String> notes,
        String scope,
        String span,
        List<Fact> facts,
        List<Line> timeline) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss z", Locale.ENGLISH);

    /** One thing to know. */
    record Fact(String name, String value) {}

    /** One change. */
    record Line(String iso, String when, String what, String who, Optional<String> reason) {}

    static EventReport of(ContinuityEvent event, List<TransitionView> timeline) {
        ZoneId zone = event.plan().timeZone();
        Course course = Course.of(event.life());
        return new EventReport(
                event.plan().name(),
                event.stateName(),
                event.plan().description(),
                event.plan().notes(),
                scope(event.plan().scope()),
                "%s to %s"
                        .formatted(
                                time(event.life().span().from(), zone),
                                time(event.life().span().until(), zone)),
                facts(event, course, zone),
                timeline.stream().map(change -> line(change, zone)).toList());
    }

    private static List<Fact> facts(ContinuityEvent event, Course course, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        course.startedAt().ifPresent(at -> facts.add(new Fact("Started", time(at, zone))));
        course.startedBy().ifPresent(by -> facts.add(new Fact("Started by", words(by.name()))));
        course.endedAt().ifPresent(at -> facts.add(new Fact("Ended", time(at, zone))));
        course.endCause().ifPresent(cause -> facts.add(new Fact("Why it ended", words(cause.name()))));
        course.startedAt()
                .ifPresent(start -> course.endedAt()
                        .ifPresent(end -> facts.add(new Fact("Lasted", length(Duration.between(start, end))))));
        event.plan().alertId().ifPresent(alert -> facts.add(new Fact("Answers the alert", alert.toString())));
        event.plan()
                .disruptionId()
                .ifPresent(disruption -> facts.add(new Fact("Answers the disruption", disruption.toString())));
        facts.add(new Fact("Planned by", event.createdBy()));
        facts.add(new Fact("Event", event.id().toString()));
        return facts;
    }

    private static Line line(TransitionView change, ZoneId zone) {
        return new Line(
                change.at().toString(),
                time(change.at(), zone),
                words(change.change().name()),
                change.actor().name(),
                change.reason());
    }

    private static String scope(EventScope scope) {
        int groups = scope.groupIds().size();
        return groups == 0 ? "Everyone" : groups + (groups == 1 ? " user group" : " user groups");
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static String length(Duration time) {
        long minutes = time.toMinutes();
        return minutes < 1 ? time.toSeconds() + " s" : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }

    /** {@code TIME_UP} is "Time up". */
    private static String words(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
