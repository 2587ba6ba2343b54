package org.mailcontinuity.events.disruption;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailcontinuity.events.notification.Told;
import org.mailcontinuity.events.timeline.TimelineEntry;
import org.mailcontinuity.events.timeline.TimelineRepository;

/** All that happened to disruptions, was done about them, and was told of them. */
public final class History {
    /** Of how many disruptions an alert's history tells. */
    private static final int MOST_TOLD = 20;

    private final TimelineRepository timeline;
    private final Told told;

    History(TimelineRepository timeline, Told told) {
        this.timeline = timeline;
        this.told = told;
    }

    /** Of one disruption and its alert, in order of time. */
    List<TimelineEntry> of(Incident incident) {
        Stream<TimelineEntry> ofAlert = incident.alertId().stream().flatMap(this::entriesOfAlert);
        return inOrder(Stream.concat(timeline.entries(incident.id()).stream(), ofAlert));
    }

    /** Of an alert and its disruptions, in order of time; of more than 20 disruptions only of the first. */
    public List<TimelineEntry> of(UUID alertId, List<Incident> incidents) {
        Stream<TimelineEntry> ofDisruptions = incidents.stream()
                .limit(MOST_TOLD)
                .flatMap(incident -> timeline.entries(incident.id()).stream()
                        .map(entry -> incidents.size() == 1 ? entry : named(incident, entry)));
        return inOrder(Stream.concat(ofDisruptions, entriesOfAlert(alertId)));
    }

    private Stream<TimelineEntry> entriesOfAlert(UUID alertId) {
        return Stream.concat(timeline.entries(alertId).stream(), told.of(alertId).stream());
    }

    private static TimelineEntry named(Incident incident, TimelineEntry entry) {
        String detail = entry.detail().map(text -> ": " + text).orElse("");
        return new TimelineEntry(entry.at(), entry.kind(), entry.actor(), Optional.of(incident.domain() + detail));
    }

    private static List<TimelineEntry> inOrder(Stream<TimelineEntry> entries) {
        return entries.sorted(Comparator.comparing(TimelineEntry::at)).toList();
    }
}
