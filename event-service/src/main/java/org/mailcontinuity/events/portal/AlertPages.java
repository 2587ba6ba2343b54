package org.mailcontinuity.events.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.alert.AlertStatus;
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
        Direction direction = incident.disruption().direction();
        Severity severity = incident.disruption().severity();
        boolean over = alert.resolved();
        Cause cause = incident.disruption().cause();
        HistoryLines lines = new HistoryLines(now, zone);
        return new AlertPage(
                over ? "ok" : Wording.tone(severity),
                over ? "Resolved" : Wording.word(severity),
                over
                        ? Wording.again(direction, incident.domain())
                        : Wording.headline(direction, severity, incident.domain()),
                moment(incident.disruption().openedAt()),
                lasting(),
                end().map(this::moment),
                cause.sentence(),
                certainty(cause),
                over ? "It is over. Nothing needs to be done for mail to flow." : Wording.meaning(direction, severity),
                state(),
                stateTone(),
                alert.status() instanceof AlertStatus.Firing || alert.status() instanceof AlertStatus.Suspended,
                !over,
                !over && scene.event().isEmpty(),
                Choices.scopes(scene.groups(), scene.activation()),
                Choices.durations(scene.activation()),
                Choices.suspensions(),
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
        Duration length = Duration.between(scene.incident().disruption().openedAt(), end().orElse(now));
        return (end().isPresent() ? "it lasted " : "for ") + Moment.length(length);
    }

    /** When mail flowed again, or somebody declared it over. */
    private Optional<Instant> end() {
        return scene.alert().status() instanceof AlertStatus.Resolved resolved
                ? Optional.of(
                        scene.incident().cleared().map(Incident.Cleared::at).orElse(resolved.at()))
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
