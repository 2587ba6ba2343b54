package org.mailcontinuity.events.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.events.access.Holder;
import org.mailcontinuity.events.alert.AlertRepository;
import org.mailcontinuity.events.disruption.DisruptionRepository;
import org.mailcontinuity.events.disruption.Incident;
import org.mailcontinuity.events.lifecycle.EventRepository;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.monitor.MonitorRepository;
import org.mailcontinuity.events.vantage.VantageRepository;
import org.mailcontinuity.events.window.WindowRepository;

/** Gathers what the overview is drawn from. Runs in the caller's transaction and changes nothing. */
final class Outlooks {
    private static final Duration LATELY = Duration.ofMinutes(5);

    private final MonitorRepository monitors;
    private final WindowRepository windows;
    private final DisruptionRepository disruptions;
    private final AlertRepository alerts;
    private final EventRepository events;
    private final VantageRepository vantages;

    Outlooks(
            MonitorRepository monitors,
            WindowRepository windows,
            DisruptionRepository disruptions,
            AlertRepository alerts,
            EventRepository events,
            VantageRepository vantages) {
        this.monitors = monitors;
        this.windows = windows;
        this.disruptions = disruptions;
        this.alerts = alerts;
        this.events = events;
        this.vantages = vantages;
    }

    Outlook of(Holder holder, Instant now) {
        List<Monitor> all = monitors.byName();
        List<UUID> shown = shown(all);
        return new Outlook(
                holder,
                all,
                windows.flows(),
                shown.isEmpty() ? List.of() : windows.slots(shown, OverviewPages.firstSlot(now), OverviewPages.SLOT),
                shown.isEmpty() ? List.of() : windows.latest(shown, now.minus(LATELY)),
                disruptions.open().stream().map(this::trouble).toList(),
                events.active(),
                vantages.workers(),
                now);
    }

    private static List<UUID> shown(List<Monitor> all) {
        return all.stream()
                .limit(OverviewPages.MOST_MONITORS)
                .map(monitor -> monitor.definition().monitorId())
                .toList();
    }

    private Outlook.OpenTrouble trouble(Incident incident) {
        return new Outlook.OpenTrouble(incident, incident.alertId().flatMap(alerts::alert));
    }
}
