package org.mailcontinuity.events.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.events.disruption.DisruptionRepository;
import org.mailcontinuity.events.disruption.History;
import org.mailcontinuity.events.disruption.Incident;
import org.mailcontinuity.events.lifecycle.EventRepository;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.usergroup.UserGroupRepository;
import org.mailcontinuity.events.window.WindowRepository;

/** Gathers what an alert's page is drawn from. Runs in the caller's transaction and changes nothing. */
final class Scenes {
    private static final Duration SHOWN = Duration.ofHours(1);
    private static final int MOST_WINDOWS = 600;

    private final DisruptionRepository disruptions;
    private final History history;
    private final MonitorRepository monitors;
    private final WindowRepository windows;
    private final EventRepository events;
    private final UserGroupRepository groups;

    Scenes(
            DisruptionRepository disruptions,
            History history,
            MonitorRepository monitors,
            WindowRepository windows,
            EventRepository events,
            UserGroupRepository groups) {
        this.disruptions = disruptions;
        this.history = history;
        this.monitors = monitors;
        this.windows = windows;
        this.events = events;
        this.groups = groups;
    }

    /** Empty where the disruption is not there. */
    Optional<Scene> of(Opening.Open open, Instant now) {
        List<Incident> incidents = disruptions.ofAlert(open.alert().alertId());
        return incidents.stream().findFirst().map(leading -> scene(open, leading, incidents, now));
    }

    private Scene scene(Opening.Open open, Incident incident, List<Incident> all, Instant now) {
        UUID monitorId = incident.disruption().monitorId();
        return new Scene(
                open.link(),
                open.contact(),
                open.alert(),
                incident,
                monitors.monitor(monitorId).map(Monitor::definition).map(MonitorDefinition::activation),
                events.openForAlert(open.alert().alertId()),
                lastHour(monitorId, incident.disruption().direction(), now),
                history.of(open.alert().alertId(), all),
                groups.offered(),
                now);
    }

    private List<WindowJudgement> lastHour(UUID monitorId, Direction direction, Instant now) {
        return windows.windows(monitorId, now.minus(SHOWN), now, MOST_WINDOWS).stream()
                .filter(window -> window.direction() == direction)
                .toList();
    }
}
