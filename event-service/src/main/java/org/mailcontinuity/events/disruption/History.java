package org.mailcontinuity.events.disruption;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.events.notification.Told;
import org.mailcontinuity.events.timeline.TimelineEntry;
import org.mailcontinuity.events.timeline.TimelineRepository;

/** All that happened to a disruption, was done about it, and was told of it. */
public final class History {
    private final TimelineRepository timeline;
    private final Told told;

    History(TimelineRepository timeline, Told told) {
        this.timeline = timeline;
        this.told = told;
    }

    /** In order of time. */
    public List<TimelineEntry> of(UUID disruptionId) {
        return Stream.concat(timeline.entries(disruptionId).stream(), told.of(AlertChanged.idOf(disruptionId)).stream())
                .sorted(Comparator.comparing(TimelineEntry::at))
                .toList();
    }
}
