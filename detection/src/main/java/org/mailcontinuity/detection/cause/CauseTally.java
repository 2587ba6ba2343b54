package org.mailcontinuity.detection.cause;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.detection.vantage.RouteKey;

/**
 * What was seen since the evidence began: from the first vote against until the rule is back at zero.
 *
 * <p>Counts per cause are halved when 64 of them have come together, so that an outage that changes its nature changes
 * its cause. Causes that fall to zero are forgotten. Votes are halved at 100,000.
 *
 * @param since event time of the first vote against
 * @param votes all votes since, with that first one
 * @param against votes against
 * @param votesAtLast {@code votes} as it was at the latest vote against
 * @param needed good votes in a row after the latest against that end the disruption; 0 while there is none
 * @param counted the votes that the counts are of, halved with them
 * @param counts per stage, fault and route, at most 16
 * @param evidence samples of the votes against, newest first, at most 20
 */
public record CauseTally(
        Instant since,
        int votes,
        int against,
        int votesAtLast,
        int needed,
        int counted,
        List<CauseCount> counts,
        List<UUID> evidence) {
    /** Nothing against. */
    public static final CauseTally EMPTY = new CauseTally(Instant.EPOCH, 0, 0, 0, 0, 0, List.of(), List.of());

    private static final int HALVED_AT = 64;
    private static final int MOST_COUNTS = 16;
    private static final int MOST_EVIDENCE = 20;
    private static final int MOST_VOTES = 100_000;

    /** True if nothing was seen against. */
    public boolean isEmpty() {
        return votes == 0;
    }

    /** How many good votes in a row there are since the latest against. */
    public int goodInRow() {
        return votes - votesAtLast;
    }

    /** With a good vote. */
    public CauseTally good() {
        return isEmpty()
                ? this
                : new CauseTally(since, votes + 1, against, votesAtLast, needed, counted + 1, counts, evidence);
    }

    /** With a vote against, cast at that time. */
    public CauseTally against(Failure failure, RouteKey key, Instant at) {
        boolean many = votes >= MOST_VOTES;
        int total = many ? votes / 2 : votes + 1;
        List<CauseCount> more = add(CauseCount.first(failure, key));
        boolean full = sum(more) >= HALVED_AT;
        return new CauseTally(
                isEmpty() ? at : since,
                total,
                many ? against / 2 : against + 1,
                total,
                needed,
                full ? (counted + 1) / 2 : counted + 1,
                full ? halved(more) : more,
                prepend(failure.sampleId()));
    }

    /** With another number of good votes in a row that end the disruption. */
    public CauseTally needing(int goodInRow) {
        return new CauseTally(since, votes, against, votesAtLast, goodInRow, counted, counts, evidence);
    }

    private List<CauseCount> add(CauseCount one) {
        List<CauseCount> next = new ArrayList<>(counts.size() + 1);
        Optional<CauseCount> known = counts.stream().filter(one::matches).findFirst();
        next.add(known.map(count -> count.plus(one)).orElse(one));
        for (CauseCount count : counts) {
            if (!count.matches(one) && next.size() < MOST_COUNTS) {
                next.add(count);
            }
        }
        return List.copyOf(next);
    }

    private static int sum(List<CauseCount> counts) {
        return counts.stream().mapToInt(CauseCount::count).sum();
    }

    private static List<CauseCount> halved(List<CauseCount> counts) {
        return counts.stream()
                .map(CauseCount::halved)
                .filter(count -> count.count() > 0)
                .toList();
    }

    private List<UUID> prepend(UUID sampleId) {
        List<UUID> next = new ArrayList<>(MOST_EVIDENCE);
        next.add(sampleId);
        next.addAll(evidence.subList(0, Math.min(evidence.size(), MOST_EVIDENCE - 1)));
        return List.copyOf(next);
    }
}
