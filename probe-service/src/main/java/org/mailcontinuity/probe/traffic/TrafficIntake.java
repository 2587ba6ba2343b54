package org.mailcontinuity.probe.traffic;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.mailcontinuity.contracts.sample.Sample;

/**
 * Takes the body of one request as it comes: each good line is published at once, each bad one is reported by its
 * number, and the rest goes on. For one thread at a time.
 */
final class TrafficIntake {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_ERRORS = 100;

    private final TrafficSource source;
    private final long longestBody;
    private final Counter counter;
    private final Consumer<TrafficCount> taken;
    private final LineSplitter splitter = new LineSplitter(LONGEST_LINE);
    private final List<LineError> errors = new ArrayList<>();
    private final List<UUID> entered = new ArrayList<>();
    private long bytes;
    private long lines;
    private long takenLines;
    private long repeatedLines;
    private long refusedLines;
    private State state = State.READING;

    /** What all requests share. */
    record Counter(TrafficBook book, Budget lines, TrafficCounts counts, InstantSource clock) {}

    /** How a request stands. */
    enum State {
        READING,
        FINISHED,
        /** The body is over the limit; no more of it is read. */
        TOO_LARGE,
        /** The source has sent more lines than it may in a minute. */
        OVER_BUDGET
    }

    TrafficIntake(TrafficSource source, long longestBody, Counter counter, Consumer<TrafficCount> taken) {
        this.source = source;
        this.longestBody = longestBody;
        this.counter = counter;
        this.taken = taken;
    }

    /** What came of the lines so far. */
    record Report(String source, long lines, long taken, long repeated, long refused, List<LineError> errors) {
        Report {
            errors = List.copyOf(errors);
        }
    }

    State feed(byte[] part) {
        if (state != State.READING) {
            return state;
        }
        bytes += part.length;
        if (bytes > longestBody) {
            state = State.TOO_LARGE;
            return state;
        }
        splitter.feed(part, new Lines());
        return state;
    }

    State finish() {
        if (state == State.READING) {
            splitter.finish(new Lines());
        }
        if (state == State.READING) {
            state = State.FINISHED;
        }
        return state;
    }

    /** What was taken may not have been written: when it comes again it counts as new. */
    void disown() {
        counter.book().forget(entered);
    }

    Report report() {
        return new Report(source.name(), lines, takenLines, repeatedLines, refusedLines, errors);
    }

    private final class Lines implements LineSplitter.Lines {
        @Override
        public void line(byte[] line) {
            if (!counts(line.length == 0)) {
                return;
            }
            try {
                take(TrafficLine.read(line, source.monitors(), counter.clock().instant()));
            } catch (TrafficLine.RefusedLineException e) {
                refuse(e.at(lines));
            }
        }

        @Override
        public void tooLong() {
            if (counts(false)) {
                refuse(new LineError(lines, "line", "must have at most " + LONGEST_LINE + " bytes"));
            }
        }

        /** Counts a line; false where it is not to be looked at. */
        private boolean counts(boolean empty) {
            if (state != State.READING) {
                return false;
            }
            if (!empty && !counter.lines().spend(source.name())) {
                state = State.OVER_BUDGET;
                return false;
            }
            lines++;
            return !empty;
        }

        private void take(TrafficCount count) {
            UUID id = Sample.idOfTraffic(count.monitorId(), source.name(), count.direction(), count.minute());
            if (!counter.book().enter(id)) {
                repeatedLines++;
                counter.counts().repeated.increment();
                return;
            }
            takenLines++;
            entered.add(id);
            counter.counts().taken.increment();
            taken.accept(count);
        }

        private void refuse(LineError error) {
            refusedLines++;
            counter.counts().refusedLines.increment();
            if (errors.size() < MOST_ERRORS) {
                errors.add(error);
            }
        }
    }
}
