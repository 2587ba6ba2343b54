package org.mailcontinuity.detection;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailcontinuity.detection.cause.Cause;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detection.state.Sight;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * The rule NO_DATA: silence is noticed.
 *
 * <ol>
 *   <li>If no vantage has voted for max(3 minutes, 3 intervals, an interval and the longest check), nobody sees the direction: finding NO_DATA with severity
 *       BLIND, beside and independent of any disruption of mail flow, and never "down".
 *   <li>Inconclusive checks are no votes; the last fault of our own explains the silence.
 *   <li>The next vote clears it.
 *   <li>If some but not all of the vantages that the monitor names voted in that time: finding REDUCED_SIGHT, once until
 *       all of them look again.
 *   <li>Nothing of this is told in maintenance, nor while the caller is catching up.
 * </ol>
 *
 * <p>Worked example, interval 30 s: last vote 12:00:30. At 12:03:20 nothing; at the tick of 12:03:30 NO_DATA, opened at
 * 12:00:30. A vote at 12:10:00 clears it. With an interval of 10 minutes it is told after 30 minutes.
 */
final class Blindness {
    private static final String RULE = "NO_DATA";

    private Blindness() {}

    /** Time passed. */
    static MonitorState tick(
            MonitorState state, Direction direction, DetectionSettings settings, List<Finding> findings) {
        long now = state.latestMillis();
        if (settings.inMaintenance(now)) {
            return state;
        }
        DirectionState votes = Refold.current(state, settings).watched(direction);
        long silence = silence(direction, settings, votes);
        Sight sight = state.sights().getOrDefault(direction, Sight.watching(now));
        long since = sight.since(votes.votedAt());
        if (sight.blindness().isEmpty() && since + silence <= now) {
            sight = sight.blind(since, now);
            Report report = report(sight, new Sight.Blindness(since, now), direction, settings);
            findings.add(new Finding.Blinded(Instant.ofEpochMilli(now), direction, report));
        }
        return state.withSight(direction, reduced(sight, votes, direction, settings, now, findings));
    }

    /** Somebody voted. */
    static MonitorState seen(
            MonitorState state, Direction direction, DetectionSettings settings, List<Finding> findings) {
        Sight sight = state.sights().getOrDefault(direction, Sight.watching(state.latestMillis()));
        sight.blindness()
                .ifPresent(blindness -> findings.addFirst(new Finding.Cleared(
                        state.latest(),
                        direction,
                        report(sight, blindness, direction, settings),
                        ClearReason.RECOVERED)));
        return state.withSight(direction, sight.seen());
    }

    /** The direction is no longer watched. */
    static void withdraw(MonitorState state, Direction direction, Folding folding, ClearReason reason) {
        Sight sight = state.sights().getOrDefault(direction, Sight.watching(folding.toldFrom));
        sight.blindness()
                .ifPresent(blindness -> folding.tell(new Finding.Cleared(
                        Instant.ofEpochMilli(folding.toldFrom),
                        direction,
                        report(sight, blindness, direction, folding.settings),
                        reason)));
    }

    /** The earliest time at which silence, or the silence of one vantage, could be told; Long.MAX_VALUE if never. */
    static long dueAt(Sight sight, DirectionState votes, Direction direction, DetectionSettings settings) {
        long silence = silence(direction, settings, votes);
        long due = sight.blindness().isEmpty() ? sight.since(votes.votedAt()) + silence : Long.MAX_VALUE;
        if (!settings.vantages().isEmpty() && !sight.reduced()) {
            for (Vantage vantage : votes.vantages()) {
                due = Math.min(due, vantage.votedAt() + silence);
            }
        }
        return due;
    }

    /** Where only real mail is counted, three reports must be missing, if they are long ones. */
    private static long silence(Direction direction, DetectionSettings settings, DirectionState votes) {
        long silence = settings.silenceMillis(direction);
        return settings.isProbed(direction)
                ? silence
                : Math.max(silence, 3 * votes.beside().volume().reportMillis());
    }

    private static Report report(
            Sight sight, Sight.Blindness blindness, Direction direction, DetectionSettings settings) {
        int seconds = (int) ((blindness.detectedAt() - blindness.openedAt()) / 1_000);
        return new Report(
                Report.Kind.BLIND,
                Instant.ofEpochMilli(blindness.openedAt()),
                Instant.ofEpochMilli(blindness.detectedAt()),
                new Fired(RULE, seconds, (int) (settings.silenceMillis(direction) / 1_000)),
                Severity.BLIND,
                cause(sight, direction, settings),
                List.of(),
                List.of(),
                List.of());
    }

    private static Cause cause(Sight sight, Direction direction, DetectionSettings settings) {
        Fault own = sight.lastInconclusive();
        String who = settings.isProbed(direction) ? "no vantage can say" : "nobody can say";
        String sentence = "%s whether %s mail of %s flows: %s"
                .formatted(
                        who,
                        direction.name().toLowerCase(Locale.ROOT),
                        settings.domain(),
                        settings.isProbed(direction) ? why(own) : "no report of real mail has come");
        return new Cause(
                Optional.empty(),
                own == Fault.UNKNOWN ? Optional.empty() : Optional.of(own),
                Optional.empty(),
                RULE + ":" + (own == Fault.UNKNOWN ? "NO_SAMPLES" : own.name()),
                sentence,
                1);
    }

    private static String why(Fault own) {
        return switch (own) {
            case SELF_CHECK_FAILED -> "the vantage's own network check fails";
            case EGRESS_BLOCKED -> "the vantage is not let out to mail ports";
            case REFUSED_AS_SENDER -> "the vantage is refused as a sender";
            case BLOCKLISTED -> "the vantage's address is on a block list";
            case WORKER_STOPPED -> "the vantage's worker was stopped";
            case UNKNOWN -> "no check has finished";
            default -> "checks end inconclusive (" + own + ")";
        };
    }

    private static Sight reduced(
            Sight sight,
            DirectionState votes,
            Direction direction,
            DetectionSettings settings,
            long now,
            List<Finding> findings) {
        long silence = settings.silenceMillis(direction);
        if (sight.watchedSince() + silence > now) {
            return sight;
        }
        int expected = settings.vantages().size();
        int seeing = 0;
        for (Vantage vantage : votes.vantages()) {
            boolean looks = vantage.isLive(now, silence);
            seeing += looks && settings.vantages().contains(vantage.name()) ? 1 : 0;
        }
        boolean fewer = seeing > 0 && seeing < expected;
        if (fewer && !sight.reduced()) {
            findings.add(new Finding.ReducedSight(Instant.ofEpochMilli(now), direction, seeing, expected));
        }
        return fewer || seeing == expected ? sight.reduced(fewer) : sight;
    }
}
