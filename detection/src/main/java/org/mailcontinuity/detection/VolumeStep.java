package org.mailcontinuity.detection;

import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.history.MailCounted;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.state.DirectionState;
import org.mailcontinuity.detection.state.Fold;
import org.mailcontinuity.detection.volume.VolumeRule;
import org.mailcontinuity.detection.volume.VolumeState;

/** Counts reports of real mail, and judges the slots of VOLUME that are over. In maintenance nothing is counted. */
final class VolumeStep {
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final long LONGEST_HOLD = 3 * 86_400_000L;

    private VolumeStep() {}

    /** The fold with all slots judged that are over at that time. */
    static Fold pass(Folding folding, Fold before, long now) {
        Fold passed = before;
        for (Direction direction : DIRECTIONS) {
            if (before.watches(direction)
                    && VolumeRule.isDue(before.watched(direction).beside().volume(), now)) {
                passed = passed.with(
                        passed.time(), direction, judged(folding, direction, passed.watched(direction), now));
            }
        }
        return passed;
    }

    /** A direction with one more report. */
    static DirectionState counted(Folding folding, DirectionState before, MailCounted mail, long now) {
        DirectionState seen =
                folding.settings.isProbed(mail.direction()) ? before : before.votedAt(Math.max(before.votedAt(), now));
        if (folding.settings.inMaintenance(mail.at())) {
            return seen;
        }
        VolumeState counted =
                VolumeRule.count(seen.beside().volume(), mail.from(), mail.at(), mail.accepted(), mail.source());
        return seen.with(seen.beside().with(counted));
    }

    /** When the next slot is to be judged, epoch milliseconds; Long.MAX_VALUE if none is. */
    static long dueAt(Fold fold) {
        long due = Long.MAX_VALUE;
        for (Direction direction : DIRECTIONS) {
            if (fold.watches(direction)) {
                due = Math.min(
                        due, VolumeRule.dueAt(fold.watched(direction).beside().volume()));
            }
        }
        return due;
    }

    private static DirectionState judged(Folding folding, Direction direction, DirectionState before, long now) {
        DirectionJudge judge = new DirectionJudge(folding, direction, before, now);
        judge.beside = before.beside().with(VolumeRule.judge(before.beside().volume(), now, isHeld(judge, now)));
        judge.judgeBeside();
        return judge.state();
    }

    /** True while what comes is no measure of what should: another rule explains it, or work is done. */
    private static boolean isHeld(DirectionJudge judge, long now) {
        boolean explained = judge.flow instanceof FlowState.Disrupted disrupted
                && !disrupted.fired().rule().equals(BesideCase.VOLUME)
                && now - disrupted.detectedAt().toEpochMilli() < LONGEST_HOLD;
        return explained || judge.inMaintenance();
    }
}
