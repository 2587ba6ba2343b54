package org.mailcontinuity.detection.evidence;

import java.util.ArrayList;
import java.util.List;
import org.mailcontinuity.detection.vantage.Points;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * Sum of capped Bernoulli CUSUMs, one per vantage (Page 1954; Mei 2010).
 *
 * <ol>
 *   <li>A vote against adds 8 points to its vantage, a good one takes 1. 8:1 is the log-likelihood ratio of 30 %
 *       against 2 % loss (2.708 : 0.336 nats). Where the line is known to lose more than 2 % (5 %) in healthy times, a
 *       vote against adds 6 (4).
 *   <li>A vantage's points stay in [0, H / min(2, v)], v = vantages that voted in the last 3 rounds: two vantages are
 *       needed while two can see, and one left alone is not blind.
 *   <li>A vantage silent by phi-accrual (phi >= 8) drops out: its points are gone.
 *   <li>Path suspect: a vantage within 8 of its cap for 20 rounds while the others together stay below 16 counts at
 *       most 8, for as long as they do. It does not apply to a vantage alone.
 *   <li>The rule fires when the sum S reaches H, the sensitivity's threshold.
 * </ol>
 *
 * <p>Worked example, H = 48, one route, interval 30 s, everything fails. Three vantages: cap 24; each round adds 24, so
 * S = 24, 48: fires with the second round, 60 s at worst. Two: cap 24; S = 16, 32, 48: 90 s. One: cap 48; S = 8, 16, …,
 * 48: 180 s.
 */
public final class EvidenceRule {
    private static final int NEAR_CAP = 8;
    private static final int SUSPECT_ROUNDS = 20;
    private static final int OTHERS_QUIET = 16;
    private static final int SUSPECT_COUNTS = 8;

    private EvidenceRule() {}

    /** The most points a vantage can have while {@code live} of them can see. */
    public static int cap(int threshold, int live) {
        return threshold / Math.clamp(live, 1, 2);
    }

    /**
     * All vantages after a vote of one of them.
     *
     * @param voter name of the vantage that voted; its time of vote is {@code now} already
     * @param live how long a vantage counts as looking after its last vote, milliseconds
     * @param learning true in healthy times, when the line's own loss is learned
     */
    public static List<Vantage> vote(
            List<Vantage> vantages,
            String voter,
            boolean against,
            boolean learning,
            long now,
            long live,
            int threshold) {
        int looking = looking(vantages, now, live);
        int cap = cap(threshold, looking);
        List<Vantage> next = new ArrayList<>(vantages.size());
        int others = 0;
        int voting = 0;
        for (Vantage vantage : vantages) {
            Points points = vantage.points();
            if (vantage.name().equals(voter)) {
                voting = next.size();
                points = (learning ? points.learn(against) : points).vote(against, cap);
            } else {
                points = points.with(vantage.isSilent(now, live) ? 0 : Math.min(cap, points.value()));
                others += points.value();
            }
            next.add(vantage.with(points));
        }
        Vantage voted = next.get(voting);
        boolean alone = looking > 1 && voted.points().value() >= cap - NEAR_CAP && others < OTHERS_QUIET;
        next.set(voting, voted.with(voted.points().spend(voted.latestRound(), alone)));
        return List.copyOf(next);
    }

    /** S, the sum of what the vantages count. */
    public static int score(List<Vantage> vantages, long now, long live) {
        int total = 0;
        for (Vantage vantage : vantages) {
            total += vantage.isSilent(now, live) ? 0 : vantage.points().value();
        }
        int score = 0;
        for (Vantage vantage : vantages) {
            if (!vantage.isSilent(now, live)) {
                score += counts(vantage.points(), total);
            }
        }
        return score;
    }

    /** All vantages with their points gone. */
    public static List<Vantage> reset(List<Vantage> vantages) {
        return vantages.stream()
                .map(vantage -> vantage.with(vantage.points().with(0)))
                .toList();
    }

    private static int counts(Points points, int total) {
        boolean suspect = points.highRounds() >= SUSPECT_ROUNDS && total - points.value() < OTHERS_QUIET;
        return suspect ? Math.min(SUSPECT_COUNTS, points.value()) : points.value();
    }

    private static int looking(List<Vantage> vantages, long now, long live) {
        int looking = 0;
        for (Vantage vantage : vantages) {
            looking += vantage.isLive(now, live) ? 1 : 0;
        }
        return looking;
    }
}
