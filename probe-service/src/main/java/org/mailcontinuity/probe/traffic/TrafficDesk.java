package org.mailcontinuity.probe.traffic;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.mailcontinuity.contracts.sample.Sample;

/** Lets sources in and opens an intake for each of their requests. Safe for many threads. */
public final class TrafficDesk {
    private static final int REMEMBERED = 200_000;
    private static final int WRONG_TOKENS_A_MINUTE = 20;

    private final TrafficSources sources;
    private final Limits limits;
    private final Outlet outlet;
    private final InstantSource clock;
    private final Budget lines;
    private final Budget wrongTokens;
    private final TrafficBook book = new TrafficBook(REMEMBERED);
    private final TrafficCounts counts = new TrafficCounts();

    /**
     * @param longestBody bytes of a request
     * @param linesAMinute of one source
     */
    public record Limits(long longestBody, long linesAMinute) {}

    /**
     * Where samples go.
     *
     * @param worker named in them
     * @param hasRoom whether there is room for more; while there is not, requests wait
     * @param mark the end of what was published so far
     * @param isWritten whether everything up to that mark is safe
     */
    public record Outlet(
            String worker,
            Consumer<Sample> samples,
            BooleanSupplier hasRoom,
            LongSupplier mark,
            LongPredicate isWritten) {}

    public TrafficDesk(TrafficSources sources, Limits limits, Outlet outlet, InstantSource clock) {
        this.sources = sources;
        this.limits = limits;
        this.outlet = outlet;
        this.clock = clock;
        this.lines = new Budget(limits.linesAMinute(), clock);
        this.wrongTokens = new Budget(WRONG_TOKENS_A_MINUTE, clock);
    }

    public TrafficCounts counts() {
        return counts;
    }

    boolean hasRoom() {
        return outlet.hasRoom().getAsBoolean();
    }

    /** What tells whether everything published so far is safe. */
    BooleanSupplier writtenSoFar() {
        long mark = outlet.mark().getAsLong();
        return () -> outlet.isWritten().test(mark);
    }

    /** Whether that address has shown too many wrong tokens lately. */
    boolean isShutOut(String address) {
        return !wrongTokens.has(address);
    }

    /**
     * @param authorization the header's value
     * @param address the caller's, to slow down guessing
     * @return empty if the token is nobody's
     */
    Optional<TrafficIntake> open(Optional<String> authorization, String address) {
        Optional<TrafficSource> source = sources.find(authorization);
        if (source.isEmpty()) {
            wrongTokens.spend(address);
            counts.unknownCallers.increment();
        }
        TrafficMapper mapper = new TrafficMapper(outlet.worker());
        return source.map(known -> new TrafficIntake(
                known,
                limits.longestBody(),
                new TrafficIntake.Counter(book, lines, counts, clock),
                count -> outlet.samples().accept(mapper.sampleOf(count, known.name()))));
    }
}
