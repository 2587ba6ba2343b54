package org.mailcontinuity.detection.volume;

/**
 * Silence against the learned volume of real mail.
 *
 * <ol>
 *   <li><em>Count</em>: accepted messages are counted in slots of 5 minutes; a report over a longer span is spread evenly.
 *       A slot is judged 2 minutes after the end of the report that reaches into it ({@link Cadence}); what comes later is
 *       history. A slot that nobody reported on is unknown, not empty.
 *   <li><em>Expect</em>: L of a window is the sum over its reported slots of the least that is to be expected then
 *       ({@link WeeklyProfile}), times the day's factor when the window began ({@link Level}). Nothing is expected before
 *       four weeks are known.
 *   <li><em>Test</em>: over the last 30, 60, 120 and 240 minutes: D as in {@link Surprise}, with the window's own K
 *       ({@link Spread}). The test fires when D >= 13.8 (by Chernoff's bound at most once in a million tests) and less than
 *       half of L was seen.
 *   <li><em>Holidays</em>: if the day had not shown itself a usual one when the window began ({@link Level}), the test must
 *       fire against the quietest day of the week too. If it does not, the lull is UNUSUAL, else SILENT.
 *   <li><em>Learn</em>: an hour enters the profile when it is four hours old, a slot the factor and the spread at once;
 *       nothing is learned in a lull or a disruption, for at most three days, so that a lasting change is learned in the
 *       end.
 *   <li><em>Over</em>: the lull is over when 65 % of L came in the shortest window with L >= 16 (or in the longest with
 *       L >= 5). Windows then begin anew.
 * </ol>
 *
 * <p>That the expectation bends to the hour before and after, to the day's own level and to quiet days, that K is learned
 * per window from shortfalls alone, and that half and not 35 % of L is the bound, was found on public counts of real
 * messages: docs/detection.md has the figures.
 *
 * <p>Worked example: 40 messages an hour at all hours, K = 50. After 30 minutes of nothing L = 20, D = 50 ln 1.4 = 16.8:
 * SILENT.
 */
public final class VolumeRule {
    /** Windows of the test, in slots. */
    static final int[] WINDOWS = {6, 12, 24, 48};

    static final int SLOT_MINUTES = 5;
    private static final long SLOT_MILLIS = 300_000;
    private static final long GAP_SLOTS = 2L * Recent.SLOTS;
    private static final int HOUR_SLOTS = 12;
    private static final int LONGEST_REPORT = 24;
    private static final double NATS = 13.8;
    private static final double BOUND = 0.5;
    private static final double OVER = 0.65;
    private static final double NEXT_TO_NOTHING = 0.1;
    private static final int LATE_SLOTS = 3;
    private static final double ENOUGH = 16;
    private static final double ENOUGH_AT_MOST = 5;
    private static final long LONGEST_HOLD = 3 * 86_400_000L;

    private VolumeRule() {}

    /** The slot that an instant, in epoch milliseconds, lies in. */
    static long slot(long at) {
        return Math.floorDiv(at, SLOT_MILLIS);
    }

    /**
     * A report of real mail came. Precondition: slots that are over were judged ({@link #judge}).
     *
     * @param from start of the span it counts, epoch milliseconds; one of more than 2 hours counts as 2 hours
     * @param until its end, exclusive; not before {@code from}, and where it is the same, the report is of its slot
     * @param accepted messages accepted, 0 or more
     * @param source who reported, so that the same report is counted once and those of two sources both
     */
    public static VolumeState count(VolumeState before, long from, long until, long accepted, String source) {
        long last = slot(Math.max(from, until - 1));
        long first = Math.max(slot(from), last - LONGEST_REPORT + 1);
        VolumeState state =
                before.isEmpty() || first - before.next() > Recent.SLOTS ? startingAt(before, first) : before;
        int report = 31 * (31 * source.hashCode() + Long.hashCode(from)) + Long.hashCode(until);
        return new VolumeState(
                state.next(),
                new Cadence(until, Math.clamp(until - from, 1, LONGEST_REPORT * SLOT_MILLIS)),
                state.profile(),
                state.recent(),
                state.level(),
                state.spread(),
                state.pending().with(state.next(), first, last, accepted, report),
                state.lull());
    }

    /**
     * Judges the slots that are over at that time.
     *
     * @param now epoch milliseconds
     * @param held true in a disruption that another rule found and in maintenance: nothing is learned
     */
    public static VolumeState judge(VolumeState before, long now, boolean held) {
        if (!isDue(before, now)) {
            return before;
        }
        VolumeState state = before;
        while (isDue(state, now)) {
            boolean gap = slot(now) - state.next() > GAP_SLOTS;
            if (gap && state.pending().size() == 0) {
                return startingAt(state, slot(now) - Recent.SLOTS);
            }
            state = new SlotStep(state, held).judged();
        }
        return state;
    }

    /** When the next slot is to be judged, epoch milliseconds; Long.MAX_VALUE before the first report. */
    public static long dueAt(VolumeState state) {
        return state.isEmpty() ? Long.MAX_VALUE : state.cadence().judgedFrom((state.next() + 1) * SLOT_MILLIS);
    }

    /** True if a slot is over that was not judged yet. */
    public static boolean isDue(VolumeState state, long now) {
        return dueAt(state) <= now;
    }

    /** Continues at a later slot; of those between nobody reported. */
    private static VolumeState startingAt(VolumeState state, long slot) {
        return new VolumeState(
                slot,
                state.cadence(),
                state.profile(),
                Recent.NONE,
                state.level(),
                state.spread(),
                Pending.NONE,
                state.lull());
    }

    /** One slot that is over. */
    private static final class SlotStep {
        private final VolumeState before;
        private final long slot;
        private final long count;
        private final Recent recent;
        private final boolean held;
        private final long[] seen = new long[WINDOWS.length];
        private final double[] expected = new double[WINDOWS.length];
        private final double[] quiet = new double[WINDOWS.length];

        SlotStep(VolumeState before, boolean held) {
            this.before = before;
            this.slot = before.next();
            this.count = before.pending().count(0);
            this.recent = before.recent().with(slot, count, before.level());
            this.held = held;
            sum();
        }

        VolumeState judged() {
            Lull lull = lull();
            boolean learning = !held && (lull.kind() == Lull.Kind.NONE || end() - lull.since() > LONGEST_HOLD);
            boolean known = count >= 0 && before.profile().knows(slot);
            Level level = known
                    ? before.level()
                            .after(
                                    count,
                                    before.profile().usual(slot),
                                    before.profile().quiet(slot),
                                    learning)
                    : before.level();
            boolean over = lull.kind() == Lull.Kind.NONE && before.lull().kind() != Lull.Kind.NONE;
            return new VolumeState(
                    slot + 1,
                    before.cadence(),
                    learning ? learned() : before.profile(),
                    over ? Recent.NONE : recent,
                    level,
                    known && learning && !over ? before.spread().after(seen, expected) : before.spread(),
                    before.pending().after(1, slot + 1),
                    lull);
        }

        private long end() {
            return (slot + 1) * SLOT_MILLIS;
        }

        private void sum() {
            WeeklyProfile profile = before.profile();
            long sum = 0;
            double least = 0;
            double least7 = 0;
            int window = 0;
            for (int back = 0; back < Recent.SLOTS; back++) {
                long at = slot - back;
                long came = recent.count(at);
                if (came >= 0 && profile.knows(at)) {
                    sum += came;
                    least += profile.least(at);
                    least7 += profile.quiet(at);
                }
                if (back + 1 == WINDOWS[window]) {
                    float factor = recent.factor(at) == 0 ? before.level().factor() : recent.factor(at);
                    seen[window] = sum;
                    expected[window] = least * factor;
                    quiet[window] = Math.min(least, least7) * factor;
                    window++;
                }
            }
        }

        private Lull lull() {
            Lull found = Lull.NONE;
            double most = 0;
            for (int window = 0; window < WINDOWS.length; window++) {
                double nats = nats(window, expected[window]);
                if (nats < NATS) {
                    continue;
                }
                long began = slot - WINDOWS[window] + 1;
                boolean silent = recent.works(began) || nats(window, quiet[window]) >= NATS;
                Lull.Kind kind = silent ? Lull.Kind.SILENT : Lull.Kind.UNUSUAL;
                if (kind.compareTo(found.kind()) > 0 || (kind == found.kind() && nats > most)) {
                    most = nats;
                    found = new Lull(
                            kind,
                            end(),
                            WINDOWS[window] * SLOT_MINUTES,
                            seen[window],
                            (float) expected[window],
                            isTotal(window));
                }
            }
            return continued(found);
        }

        private boolean isTotal(int window) {
            float factor = before.level().factor();
            long late = 0;
            double due = 0;
            for (long at = slot; at > slot - LATE_SLOTS; at--) {
                late += Math.max(0, recent.count(at));
                due += recent.count(at) >= 0 && before.profile().knows(at)
                        ? factor * before.profile().least(at)
                        : 0;
            }
            return due >= ENOUGH_AT_MOST
                    ? late < NEXT_TO_NOTHING * due
                    : seen[window] < NEXT_TO_NOTHING * expected[window];
        }

        private double nats(int window, double of) {
            return of > 0 && seen[window] < BOUND * of
                    ? Surprise.nats(seen[window], of, before.spread().shape(window))
                    : 0;
        }

        /** A lull goes on until mail comes again, and does not become less sure meanwhile. */
        private Lull continued(Lull found) {
            Lull known = before.lull();
            if (known.kind() == Lull.Kind.NONE) {
                return found;
            }
            if (isOver()) {
                return Lull.NONE;
            }
            return found.kind().compareTo(known.kind()) < 0 ? known : found.since(known.since());
        }

        private boolean isOver() {
            int longest = WINDOWS.length - 1;
            for (int window = 0; window < WINDOWS.length; window++) {
                double enough = window == longest ? ENOUGH_AT_MOST : ENOUGH;
                if (expected[window] >= enough) {
                    return seen[window] >= OVER * expected[window];
                }
            }
            return false;
        }

        /** The hour that is four hours old now. */
        private WeeklyProfile learned() {
            long oldest = slot - Recent.SLOTS + 1;
            if (Math.floorMod(oldest, HOUR_SLOTS) != 0) {
                return before.profile();
            }
            long sum = 0;
            int reported = 0;
            for (long at = oldest; at < oldest + HOUR_SLOTS; at++) {
                long came = recent.count(at);
                sum += Math.max(0, came);
                reported += came >= 0 ? 1 : 0;
            }
            return reported == 0
                    ? before.profile()
                    : before.profile().learn(oldest, sum * (float) HOUR_SLOTS / reported);
        }
    }
}
