package org.mailcontinuity.detection;

import java.time.Duration;
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
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.rule.DetectionSettings;
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
    static void tick(DirectionJudge judge) {
        if (judge.inMaintenance()) {
            return;
        }
        Duration silence = judge.settings.silence(judge.direction);
        if (judge.sight.isSilent(judge.now, silence)) {
            judge.sight = judge.sight.blind(judge.now);
            judge.sight
                    .blindness()
                    .ifPresent(blindness -> judge.findings.add(
                            new Finding.Blinded(judge.now, judge.direction, report(judge, blindness))));
        }
        reduced(judge, silence);
    }

    /** Somebody voted. */
    static void seen(DirectionJudge judge, Instant at) {
        judge.sight
                .blindness()
                .ifPresent(blindness -> judge.findings.add(new Finding.Cleared(
                        judge.now, judge.direction, report(judge, blindness), ClearReason.RECOVERED)));
        judge.sight = judge.sight.seen(at);
    }

    static Report report(DirectionJudge judge, Sight.Blindness blindness) {
        DetectionSettings settings = judge.settings;
        int seconds = (int)
                Duration.between(blindness.openedAt(), blindness.detectedAt()).toSeconds();
        return new Report(
                Report.Kind.BLIND,
                blindness.openedAt(),
                blindness.detectedAt(),
                new Fired(RULE, seconds, (int) settings.silence(judge.direction).toSeconds()),
                Severity.BLIND,
                cause(judge, settings.domain()),
                List.of(),
                List.of(),
                List.of());
    }

    private static Cause cause(DirectionJudge judge, String domain) {
        Fault own = judge.sight.lastInconclusive();
        String sentence = "no vantage can say whether %s mail of %s flows: %s"
                .formatted(judge.direction.name().toLowerCase(Locale.ROOT), domain, why(own));
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

    private static void reduced(DirectionJudge judge, Duration silence) {
        if (judge.sight.watchedSince().plus(silence).isAfter(judge.now)) {
            return;
        }
        int expected = judge.settings.vantages().size();
        int seeing = 0;
        for (Vantage vantage : judge.vantages) {
            boolean looks = vantage.isLive(judge.now.toEpochMilli(), silence.toMillis());
            seeing += looks && judge.settings.vantages().contains(vantage.name()) ? 1 : 0;
        }
        boolean fewer = seeing > 0 && seeing < expected;
        if (fewer && !judge.sight.reduced()) {
            judge.findings.add(new Finding.ReducedSight(judge.now, judge.direction, seeing, expected));
        }
        if (fewer || seeing == expected) {
            judge.sight = judge.sight.reduced(fewer);
        }
    }
}
