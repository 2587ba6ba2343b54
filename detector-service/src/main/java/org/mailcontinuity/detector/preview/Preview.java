package org.mailcontinuity.detector.preview;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detector.replay.NumberedSample;

/**
 * One preview: reads recorded samples chunk by chunk, judges them by each candidate's settings, and tells as it goes.
 * Ends early when its time is up, or when nobody listens any more.
 */
final class Preview {
    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(250);

    private final PreviewRequest request;
    private final Listener listener;
    private final InstantSource clock;
    private final Map<Candidate, Trial> trials = new EnumMap<>(Candidate.class);
    private long samples;
    private long unreadable;
    private Optional<Instant> at = Optional.empty();
    private Instant told = Instant.EPOCH;

    /** Takes the lines of the answer. */
    interface Listener {
        /** Whether somebody still wants to know. */
        boolean listens();

        void line(String line) throws IOException;
    }

    /** Where recorded samples come from, chunk by chunk. */
    interface Recording extends AutoCloseable {
        /** The next ones; empty when there are no more. May be an empty chunk while they are searched for. */
        Optional<Chunk> next();

        @Override
        void close();
    }

    /**
     * Some samples, each with its append time.
     *
     * @param share of all records that have been read up to here
     */
    record Chunk(List<Sample> samples, int unreadable, double share) {}

    Preview(PreviewRequest request, Listener listener, InstantSource clock) {
        this.request = request;
        this.listener = listener;
        this.clock = clock;
        request.definitions().forEach((candidate, definition) -> trials.put(candidate, new Trial(definition)));
    }

    /** How a preview ended. */
    enum End {
        COMPLETE,
        /** Its time was up: what was judged by then was told. */
        OUT_OF_TIME,
        /** Nobody listened any more. */
        ABANDONED,
        /** The samples could not be read. */
        FAILED
    }

    /** Runs to the end, or until then. @throws IOException when a line cannot be written: the client has gone */
    End run(Recording recording, Instant deadline) throws IOException {
        double share = 0;
        while (listener.listens()) {
            Optional<Chunk> chunk = recording.next();
            if (chunk.isEmpty()) {
                end();
                return End.COMPLETE;
            }
            share = Math.min(chunk.get().share(), 0.999);
            judge(chunk.get());
            Instant now = clock.instant();
            if (now.isAfter(deadline)) {
                listener.line(PreviewLine.summary(request, progress(share), trials));
                return End.OUT_OF_TIME;
            }
            if (!now.isBefore(told.plus(BETWEEN_PROGRESS))) {
                told = now;
                listener.line(PreviewLine.progress(progress(share)));
            }
        }
        return End.ABANDONED;
    }

    private void judge(Chunk chunk) throws IOException {
        unreadable += chunk.unreadable();
        for (Sample sample : chunk.samples()) {
            samples++;
            at = sample.appendedAt();
            NumberedSample numbered = new NumberedSample(samples, sample);
            for (Map.Entry<Candidate, Trial> trial : trials.entrySet()) {
                tell(trial.getKey(), trial.getValue().next(numbered));
            }
        }
    }

    private void end() throws IOException {
        for (Map.Entry<Candidate, Trial> trial : trials.entrySet()) {
            tell(trial.getKey(), trial.getValue().end());
        }
        listener.line(PreviewLine.progress(progress(1)));
        listener.line(PreviewLine.summary(request, progress(1), trials));
    }

    private void tell(Candidate candidate, List<Finding> findings) throws IOException {
        for (Finding finding : findings) {
            listener.line(PreviewLine.finding(candidate, request.monitorId(), finding));
        }
    }

    private Progress progress(double share) {
        return new Progress(share, samples, unreadable, at);
    }
}
