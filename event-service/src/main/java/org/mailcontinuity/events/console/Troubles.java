package org.mailcontinuity.events.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.alert.AlertStatus;
import org.mailcontinuity.events.alert.Extent;
import org.mailcontinuity.events.disruption.Incident;
import org.mailcontinuity.events.portal.Moment;
import org.mailcontinuity.events.portal.Wording;

/** Open disruptions as the overview lists them: those that share an alert in one line. Pure. */
final class Troubles {
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final int MOST_NAMED = 10;

    private final Instant now;

    Troubles(Instant now) {
        this.now = now;
    }

    /** In the order of {@code open}, each alert where its first disruption stands. */
    List<OverviewPage.Trouble> of(List<Outlook.OpenTrouble> open) {
        Map<UUID, OverviewPage.Trouble> lines = new LinkedHashMap<>();
        for (Outlook.OpenTrouble trouble : open) {
            Optional<Alert> alert = trouble.alert();
            UUID line = alert.map(Alert::alertId).orElse(trouble.incident().id());
            lines.computeIfAbsent(line, id -> alert.map(this::shared).orElseGet(() -> alone(trouble.incident())));
        }
        return List.copyOf(lines.values());
    }

    private OverviewPage.Trouble shared(Alert alert) {
        Extent extent = alert.extent();
        return new OverviewPage.Trouble(
                Wording.tone(alert.severity()),
                Wording.word(alert.severity()),
                Wording.headline(
                        extent.direction(),
                        alert.severity(),
                        extent.whose(alert.common().subject())),
                extent.cause().sentence(),
                Moment.of(alert.since(), now, ZONE),
                state(alert),
                domains(extent));
    }

    private OverviewPage.Trouble alone(Incident incident) {
        Severity severity = incident.disruption().severity();
        return new OverviewPage.Trouble(
                Wording.tone(severity),
                Wording.word(severity),
                Wording.headline(incident.disruption().direction(), severity, incident.domain()),
                incident.disruption().cause().sentence(),
                Moment.of(incident.disruption().openedAt(), now, ZONE),
                "nobody was told",
                Optional.empty());
    }

    /** Those that last, where there are several. */
    private static Optional<String> domains(Extent extent) {
        if (extent.domainCount() == 1) {
            return Optional.empty();
        }
        List<String> lasting = extent.monitors().stream()
                .filter(monitor -> monitor.clearedAt().isEmpty())
                .map(monitor -> monitor.domain())
                .distinct()
                .toList();
        String named = String.join(", ", lasting.subList(0, Math.min(MOST_NAMED, lasting.size())));
        return Optional.of(lasting.size() > MOST_NAMED ? named + " and others" : named);
    }

    private static String state(Alert alert) {
        return switch (alert.status()) {
            case AlertStatus.Firing s -> "nobody has taken it yet";
            case AlertStatus.Acknowledged s -> "taken by " + s.by();
            case AlertStatus.Suspended s -> "notifications suspended by " + s.by();
            case AlertStatus.Resolved s -> "resolved";
        };
    }
}
