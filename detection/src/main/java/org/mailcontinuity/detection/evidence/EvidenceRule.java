package org.mailcontinuity.detection.evidence;

import org.mailcontinuity.detection.vantage.Points;
import org.mailcontinuity.detection.vantage.Vantage;

/**
 * Sum of capped Bernoulli CUSUMs, one per vantage (Page 1954; Mei 2010).
 *
 * <ol>
 *   <li>A vote against adds 8 points to its vantage, a good one takes 1; neither if another route has failed for that
 *       vantage in the same round. One dead MX of two is as much evidence as the only one dead, and two MX that fail in the
 *       same moment are no more: else a blip of some seconds would fire. 8:1 is the log-likelihood ratio of 30 % against 2 %
 *       loss (2.708 : 0.336 nats). Where the line is known to lose more than 2 % (5 %) in healthy times, a vote against adds
 *       6 (4).
 *   <li>A vantage's points stay in [0, H / min(2, v)], v = vantages that voted in the last 3 rounds: two vantages are
 *       needed while two can see, and one left alone is not blind.
 *   <li>Where v is more than 3, the points are worth 3 / v, and the cap is higher by v / 3: one round is no more evidence for
 *       being seen by many, or five vantages would nearly fire at a blip.
 *   <li>A vantage silent by phi-accrual (phi >= 8) drops out: its points are gone.
 *   <li>Path suspect: a vantage within 8 of its cap for 20 rounds, while not all of the others that look stand at 16 or
 *       more, counts at most 8 for as long as that is so. It does not apply to a vantage alone.
 *   <li>The rule fires when the sum S reaches H, the sensitivity's threshold, unless it is contradicted: while another
 *       vantage that looks has seen nothing but good rounds since the evidence began, two vantages must each have seen 6 of
 *       their last 10 rounds fail. Two vantages whose networks are bad for a minute at the same time are no outage.
 * </ol>
 *
 * <p>Worked example, H = 48, one route, interval 30 s, everything fails. Three vantages: cap 24; each round adds 24, so
 * S = 24, 48: fires with the second round, 60 s at worst. Two: cap 24; S = 16, 32, 48: 90 s. One: cap 48; S = 8, 16, …,
 * 48: 180 s. Five: cap 40; each round adds 40, worth 24. Two routes change none of these.
 */
public final class EvidenceRule {
    private static final int NEAR_CAP = 8;
    private static final int SUSPECT_ROUNDS = 20;
    private static final int OTHERS_QUIET = 16;
    private static final int SUSPECT_COUNTS = 8;

    /** Up to so many vantages, each one's points count in full. */
    private static final int FULL_WORTH = 3;

    private static final int DISSENT_ROUNDS = 2;
    private static final int SURE_ROUNDS = 6;
    private static final int SURE_VANTAGES = 2;

    private EvidenceRule() {}

    /**
     * What a vote says.
     *
     * @param against it adds points
     * @param besideFailure another route failed for the vantage in the same round: it adds and takes none
     * @param learning it comes in healthy times, when the line's own loss is learned
     */
    public record Ballot(boolean against, boolean besideFailure, boolean learning) {}

    /** The most points a vantage can have while {@code live} of them can see. */
    public static int cap(int threshold, int live) {
        return Math.ceilDiv(threshold * Math.max(FULL_WORTH, live), FULL_WORTH * Math.clamp(live, 1, 2));
    }

    /**
     * Counts a vote of one vantage; the others may drop out or meet a lower cap.
     *
     * @param vantages changed in place
     * @param voter index of the vantage that voted; its time of vote is known already
     * @param live how long a vantage counts as looking after its last vote, milliseconds
     */
    public static void vote(Vantage[] vantages, int voter, Ballot ballot, long now, long live, int threshold) {
        int looking = looking(vantages, now, live);
        int cap = cap(threshold, looking);
        for (int i = 0; i < vantages.length; i++) {
            Points points = vantages[i].points();
            if (i == voter || points.value() == 0) {
                continue;
            }
            points = points.with(vantages[i].isSilent(now, live) ? 0 : Math.min(cap, points.value()));
            vantages[i] = vantages[i].with(points);
        }
        Vantage voted = vantages[voter];
        Points before = voted.points();
        Points points = ballot.learning() ? before.learn(ballot.against()) : before;
        points = ballot.besideFailure() ? points : points.vote(ballot.against(), cap);
        boolean alone = looking > 1 && points.value() >= cap - NEAR_CAP && !othersSee(vantages, voted, now, live);
        vantages[voter] = voted.with(points.spend(voted.latestRound(), alone));
    }

    /** S, the sum of what the vantages count. */
    public static int score(Vantage[] vantages, long now, long live) {
        int score = 0;
        for (Vantage vantage : vantages) {
            int value = value(vantage, now, live);
            boolean suspect =
                    vantage.points().highRounds() >= SUSPECT_ROUNDS && !othersSee(vantages, vantage, now, live);
            score += suspect ? Math.min(SUSPECT_COUNTS, value) : value;
        }
        return FULL_WORTH * score / Math.max(FULL_WORTH, looking(vantages, now, live));
    }

    /**
     * True while the failures are contradicted: a vantage that looks has had nothing but good rounds since the evidence
     * began, at least 2, and fewer than two vantages have seen 6 of their last 10 rounds fail.
     */
    public static boolean isContradicted(Vantage[] vantages, long now, long live) {
        boolean dissent = false;
        boolean failed = false;
        int sure = 0;
        for (Vantage vantage : vantages) {
            if (!vantage.isLive(now, live)) {
                continue;
            }
            long latest = vantage.latestRound();
            int good = 0;
            int bad = 0;
            for (int i = 0; i < vantage.routes(); i++) {
                good = Math.max(good, vantage.route(i).recentGood(latest));
                bad = Math.max(bad, vantage.route(i).recentBad(latest));
            }
            dissent |= vantage.points().value() == 0 && bad == 0 && good >= DISSENT_ROUNDS;
            failed |= bad > 0;
            sure += bad >= SURE_ROUNDS ? 1 : 0;
        }
        return dissent && failed && sure < SURE_VANTAGES;
    }

    /**
     * Takes all points away.
     *
     * @param vantages changed in place
     */
    public static void reset(Vantage[] vantages) {
        for (int i = 0; i < vantages.length; i++) {
            vantages[i] = vantages[i].with(vantages[i].points().with(0));
        }
    }

    /** True if all others that look see something too; false if nobody else looks. */
    private static boolean othersSee(Vantage[] vantages, Vantage but, long now, long live) {
        boolean any = false;
        for (Vantage vantage : vantages) {
            if (vantage != but && vantage.isLive(now, live)) {
                if (vantage.points().value() < OTHERS_QUIET) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private static int value(Vantage vantage, long now, long live) {
        int value = vantage.points().value();
        return value == 0 || vantage.isSilent(now, live) ? 0 : value;
    }

    private static int looking(Vantage[] vantages, long now, long live) {
        int looking = 0;
        for (Vantage vantage : vantages) {
            looking += vantage.isLive(now, live) ? 1 : 0;
        }
        return looking;
    }
}
