package org.mailcontinuity.events.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.alert.AlertStatus;
import org.mailcontinuity.events.alert.Extent;
import org.mailcontinuity.events.disruption.Incident;
import org.mailcontinuity.events.lifecycle.ContinuityEvent;
import org.mailcontinuity.events.lifecycle.Life;

/** Draws the alert's page. Pure. */
final class AlertPages {
    private static final int MINUTES_SHOWN = 60;

    private final Scene scene;
    private final Instant now;
    private final ZoneId zone;

    private AlertPages(Scene scene) {
        this.scene = scene;
        this.now = scene.now();
        this.zone = ZoneId.of(scene.contact().timeZone());
    }

    static AlertPage of(Scene scene, FormToken form, Optional<Outcome> outcome) {
        return new AlertPages(scene).page(form, outcome);
    }

    private AlertPage page(FormToken form, Optional<Outcome> outcome) {
        Alert alert = scene.alert();
        Incident incident = scene.incident();
        Extent extent = alert.extent();
        Severity severity = alert.severity();
        boolean over = alert.resolved();
        HistoryLines lines = new HistoryLines(now, zone);
        return new AlertPage(
                over ? "ok" : Wording.tone(severity),
                over ? "Resolved" : Wording.word(severity),
                headline(alert),
                moment(alert.since()),
                lasting(),
                end().map(this::moment),
                extent.cause().sentence(),
                certainty(extent.cause()),
                over
                        ? "It is over. Nothing needs to be done for mail to flow."
                        : Wording.meaning(extent.direction(), severity),
                state(),
                stateTone(),
                alert.status() instanceof AlertStatus.Firing || alert.status() instanceof AlertStatus.Suspended,
                !over,
                !over && scene.event().isEmpty(),
                Choices.scopes(scene.groups(), scene.activation()),
                Choices.durations(scene.activation()),
                Choices.suspensions(),
                affected(extent),
                extent.monitorCount() - extent.monitors().size(),
                scene.event().map(this::running),
                Strip.of(scene.windows(), Duration.ofMinutes(1), MINUTES_SHOWN, now, zone),
                Evidence.facts(incident.disruption()),
                Evidence.sights(incident.disruption()),
                scene.history().stream().map(lines::line).toList().reversed(),
                outcome.map(Outcome::flash),
                scene.contact().name(),
                moment(scene.link().expiresAt()),
                moment(now),
                form.text());
    }

    private static String headline(Alert alert) {
        Direction direction = alert.extent().direction();
        String whose = alert.extent().whose(alert.common().subject());
        return alert.resolved()
                ? Wording.again(direction, whose)
                : Wording.headline(direction, alert.severity(), whose);
    }

    private List<AlertPage.Affected> affected(Extent extent) {
        return extent.several() ? extent.monitors().stream().map(this::affected).toList() : List.of();
    }

    private AlertPage.Affected affected(AffectedMonitor monitor) {
        Severity severity = monitor.severity().orElse(scene.alert().severity());
        boolean over = monitor.clearedAt().isPresent();
        return new AlertPage.Affected(
                monitor.name(),
                Wording.way(monitor.direction(), monitor.domain()),
                over ? "ok" : Wording.tone(severity),
                over ? "Over" : Wording.word(severity),
                moment(monitor.since().orElse(scene.alert().since())),
                monitor.clearedAt().map(this::moment),
                monitor.cause());
    }

    private AlertPage.RunningEvent running(ContinuityEvent event) {
        Instant until = event.life().span().until();
        return new AlertPage.RunningEvent(
                event.plan().name(),
                event.life() instanceof Life.Active,
                moment(until),
                event.life() instanceof Life.Active active
                        ? Optional.of("Started %s."
                                .formatted(moment(active.startedAt()).text()))
                        : Optional.empty(),
                Choices.extensions(until, now, zone));
    }

    private String lasting() {
        Duration length = Duration.between(scene.alert().since(), end().orElse(now));
        return (end().isPresent() ? "it lasted " : "for ") + Moment.length(length);
    }

    /** When mail flowed again, or somebody declared it over. */
    private Optional<Instant> end() {
        return scene.alert().status() instanceof AlertStatus.Resolved resolved
                ? scene.alert().extent().monitors().stream()
                        .flatMap(monitor -> monitor.clearedAt().stream())
                        .max(Comparator.naturalOrder())
                        .or(() -> Optional.of(resolved.at()))
                : Optional.empty();
    }

    private String state() {
        return switch (scene.alert().status()) {
            case AlertStatus.Firing s -> "Nobody has taken this alert yet.";
            case AlertStatus.Acknowledged s ->
                "%s took this alert, %s.".formatted(s.by(), moment(s.at()).text());
            case AlertStatus.Suspended s ->
                "%s suspended notifications until %s."
                        .formatted(s.by(), moment(s.until()).text());
            case AlertStatus.Resolved s ->
                s.by().map(by -> "%s closed this alert, %s."
                                .formatted(by, moment(s.at()).text()))
                        .orElse("This alert is resolved.");
        };
    }

    private String stateTone() {
        return switch (scene.alert().status()) {
            case AlertStatus.Firing s -> "down";
            case AlertStatus.Suspended s -> "degraded";
            case AlertStatus.Acknowledged s -> "ok";
            case AlertStatus.Resolved s -> "ok";
        };
    }

    private static Optional<String> certainty(Cause cause) {
        long percent = Math.round(cause.confidence() * 100);
        return percent == 0
                ? Optional.empty()
                : Optional.of("%d %% of the evidence points to this.".formatted(percent));
    }

    private Moment moment(Instant at) {
        return Moment.of(at, now, zone);
    }
}
