package org.mailcontinuity.events.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.Severity;

/**
 * The alert of one disruption, or of several with a cause in common. Pure: {@link #decide} gives the next state and touches nothing.
 *
 * <p>An episode is one round of telling people. It grows, and a standing acknowledgement ends, when the alert reopens or
 * when its severity rises above the worst it has had in the episode; a severity that falls and rises again is no news. A
 * suspension outlives a rise: whoever asked for silence gets it until the time given, and hears of the new episode then.
 *
 * @param disruptionId the disruption that raised it
 * @param policyId the policy under which it was raised
 * @param common what others must share to join it
 * @param revision grows by one with every change
 * @param worst the highest severity of this episode
 * @param since when the evidence began
 * @param firedAt when this episode began
 */
public record Alert(
        UUID alertId,
        UUID disruptionId,
        Optional<UUID> policyId,
        CommonCause common,
        long revision,
        int episode,
        Severity severity,
        Severity worst,
        Instant since,
        Instant firedAt,
        Instant changedAt,
        AlertStatus status,
        Extent extent,
        Optional<EventAnswer> event) {

    static final Duration LONGEST_SUSPENSION = Duration.ofDays(30);

    /** The alert of a disruption that was found just now. */
    public static Alert firing(Disruption disruption, Optional<UUID> policyId, Extent extent, Instant now) {
        return new Alert(
                AlertChanged.idOf(disruption.disruptionId()),
                disruption.disruptionId(),
                policyId,
                CommonCause.of(disruption.cause()),
                1,
                1,
                extent.severity(),
                extent.severity(),
                disruption.openedAt(),
                now,
                now,
                new AlertStatus.Firing(),
                extent,
                Optional.empty());
    }

    public AlertDecision decide(AlertCommand command, Instant now) {
        return switch (command) {
            case AlertCommand.Update c -> update(c.extent(), now);
            case AlertCommand.Reopen c -> reopen(c.extent(), now);
            case AlertCommand.Clear c -> resolve(Optional.empty(), c.extent(), now);
            case AlertCommand.Close c -> close(c.by(), c.extent(), now);
            case AlertCommand.Acknowledge c -> acknowledge(c.by(), now);
            case AlertCommand.Suspend c -> suspend(c, now);
            case AlertCommand.Wake c -> wake(now);
            case AlertCommand.Answer c -> answer(c.event(), now);
        };
    }

    /** What it is about, in a few words. */
    public String title() {
        return extent.title(common.subject());
    }

    public boolean resolved() {
        return status instanceof AlertStatus.Resolved;
    }

    private AlertDecision update(Extent next, Instant now) {
        if (resolved() || next.equals(extent)) {
            return new AlertDecision.Unchanged();
        }
        if (next.severity().compareTo(worst) <= 0) {
            return changed(status, episode, worst, next, now);
        }
        AlertStatus after = status instanceof AlertStatus.Suspended ? status : new AlertStatus.Firing();
        return changed(after, episode + 1, next.severity(), next, now);
    }

    private AlertDecision reopen(Extent next, Instant now) {
        return resolved()
                ? changed(new AlertStatus.Firing(), episode + 1, next.severity(), next, now)
                : update(next, now);
    }

    private AlertDecision close(String by, Extent next, Instant now) {
        return resolved() ? refused(AlertRefusal.ALREADY_RESOLVED) : resolve(Optional.of(by), next, now);
    }

    private AlertDecision resolve(Optional<String> by, Extent next, Instant now) {
        return resolved()
                ? new AlertDecision.Unchanged()
                : changed(new AlertStatus.Resolved(now, by), episode, worst, next, now);
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
        return event.equals(Optional.of(answer))
                ? new AlertDecision.Unchanged()
                : new AlertDecision.Changed(next(status, episode, worst, extent, Optional.of(answer), now));
    }

    private AlertDecision standing(AlertStatus next, Instant now) {
        return changed(next, episode, worst, extent, now);
    }

    private AlertDecision changed(
            AlertStatus nextStatus, int nextEpisode, Severity nextWorst, Extent nextExtent, Instant now) {
        return new AlertDecision.Changed(next(nextStatus, nextEpisode, nextWorst, nextExtent, event, now));
    }

    private Alert next(
            AlertStatus nextStatus,
            int nextEpisode,
            Severity nextWorst,
            Extent nextExtent,
            Optional<EventAnswer> nextEvent,
            Instant now) {
        return new Alert(
                alertId,
                disruptionId,
                policyId,
                common,
                revision + 1,
                nextEpisode,
                nextExtent.severity(),
                nextWorst,
                since,
                nextEpisode == episode ? firedAt : now,
                now,
                nextStatus,
                nextExtent,
                nextEvent);
    }

    private static AlertDecision refused(AlertRefusal refusal) {
        return new AlertDecision.Refused(refusal);
    }
}
