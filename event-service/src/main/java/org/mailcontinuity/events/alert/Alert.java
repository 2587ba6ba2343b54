package org.mailcontinuity.events.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.Severity;

/**
 * The alert of one disruption. Pure: {@link #decide} gives the next state and touches nothing.
 *
 * <p>An episode is one round of telling people. It grows, and a standing acknowledgement ends, when the alert reopens or
 * when its severity rises above the worst it has had in the episode; a severity that falls and rises again is no news. A
 * suspension outlives a rise: whoever asked for silence gets it until the time given, and hears of the new episode then.
 *
 * @param revision grows by one with every change
 * @param worst the highest severity of this episode
 * @param since when the evidence began
 * @param firedAt when this episode began
 */
public record Alert(
        UUID alertId,
        UUID disruptionId,
        long revision,
        int episode,
        Severity severity,
        Severity worst,
        Instant since,
        Instant firedAt,
        Instant changedAt,
        AlertStatus status,
        Cause cause,
        AffectedMonitor monitor,
        Optional<EventAnswer> event) {

    static final Duration LONGEST_SUSPENSION = Duration.ofDays(30);

    /** The alert of a disruption that was found just now. */
    public static Alert firing(Disruption disruption, AffectedMonitor monitor, Instant now) {
        return new Alert(
                AlertChanged.idOf(disruption.disruptionId()),
                disruption.disruptionId(),
                1,
                1,
                disruption.severity(),
                disruption.severity(),
                disruption.openedAt(),
                now,
                now,
                new AlertStatus.Firing(),
                disruption.cause(),
                monitor,
                Optional.empty());
    }

    public AlertDecision decide(AlertCommand command, Instant now) {
        return switch (command) {
            case AlertCommand.Update c -> update(c.severity(), c.cause(), now);
            case AlertCommand.Reopen c -> reopen(c.severity(), c.cause(), now);
            case AlertCommand.Clear c -> resolve(Optional.empty(), now);
            case AlertCommand.Close c -> close(c.by(), now);
            case AlertCommand.Acknowledge c -> acknowledge(c.by(), now);
            case AlertCommand.Suspend c -> suspend(c, now);
            case AlertCommand.Wake c -> wake(now);
            case AlertCommand.Answer c -> answer(c.event(), now);
        };
    }

    public boolean resolved() {
        return status instanceof AlertStatus.Resolved;
    }

    private AlertDecision update(Severity next, Cause nextCause, Instant now) {
        if (resolved() || (next == severity && nextCause.equals(cause))) {
            return new AlertDecision.Unchanged();
        }
        if (next.compareTo(worst) <= 0) {
            return changed(status, episode, next, worst, nextCause, now);
        }
        AlertStatus after = status instanceof AlertStatus.Suspended ? status : new AlertStatus.Firing();
        return changed(after, episode + 1, next, next, nextCause, now);
    }

    private AlertDecision reopen(Severity next, Cause nextCause, Instant now) {
        return resolved()
                ? changed(new AlertStatus.Firing(), episode + 1, next, next, nextCause, now)
                : update(next, nextCause, now);
    }

    private AlertDecision close(String by, Instant now) {
        return resolved() ? refused(AlertRefusal.ALREADY_RESOLVED) : resolve(Optional.of(by), now);
    }

    private AlertDecision resolve(Optional<String> by, Instant now) {
        return resolved() ? new AlertDecision.Unchanged() : standing(new AlertStatus.Resolved(now, by), now);
    }

    private AlertDecision acknowledge(String by, Instant now) {
        return switch (status) {
            case AlertStatus.Firing s -> standing(new AlertStatus.Acknowledged(by, now), now);
            case AlertStatus.Suspended s -> standing(new AlertStatus.Acknowledged(by, now), now);
            case AlertStatus.Acknowledged s -> refused(AlertRefusal.ALREADY_ACKNOWLEDGED);
            case AlertStatus.Resolved s -> refused(AlertRefusal.ALREADY_RESOLVED);
        };
    }

    private AlertDecision suspend(AlertCommand.Suspend command, Instant now) {
        if (resolved()) {
            return refused(AlertRefusal.ALREADY_RESOLVED);
        }
        if (!command.until().isAfter(now)) {
            return refused(AlertRefusal.SUSPENSION_NOT_AHEAD);
        }
        if (command.until().isAfter(now.plus(LONGEST_SUSPENSION))) {
            return refused(AlertRefusal.SUSPENSION_BEYOND_LIMIT);
        }
        return standing(new AlertStatus.Suspended(command.by(), now, command.until()), now);
    }

    private AlertDecision wake(Instant now) {
        return status instanceof AlertStatus.Suspended suspended && !now.isBefore(suspended.until())
                ? standing(new AlertStatus.Firing(), now)
                : new AlertDecision.Unchanged();
    }

    private AlertDecision answer(EventAnswer answer, Instant now) {
        if (event.equals(Optional.of(answer))) {
            return new AlertDecision.Unchanged();
        }
        return new AlertDecision.Changed(new Alert(
                alertId,
                disruptionId,
                revision + 1,
                episode,
                severity,
                worst,
                since,
                firedAt,
                now,
                status,
                cause,
                monitor,
                Optional.of(answer)));
    }

    private AlertDecision standing(AlertStatus next, Instant now) {
        return changed(next, episode, severity, worst, cause, now);
    }

    private AlertDecision changed(
            AlertStatus nextStatus,
            int nextEpisode,
            Severity nextSeverity,
            Severity nextWorst,
            Cause nextCause,
            Instant now) {
        return new AlertDecision.Changed(new Alert(
                alertId,
                disruptionId,
                revision + 1,
                nextEpisode,
                nextSeverity,
                nextWorst,
                since,
                nextEpisode == episode ? firedAt : now,
                now,
                nextStatus,
                nextCause,
                monitor,
                event));
    }

    private static AlertDecision refused(AlertRefusal refusal) {
        return new AlertDecision.Refused(refusal);
    }
}
