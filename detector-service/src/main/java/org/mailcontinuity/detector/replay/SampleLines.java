package org.mailcontinuity.detector.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.UnreadableMessageException;
import org.mailcontinuity.contracts.sample.Sample;

/**
 * Reads samples line by line and hands them on in order. Lines are decoded on all cores, a few thousand ahead of the
 * judgement at most; where input comes slowly, each line is handed on at once.
 */
final class SampleLines {
    private static final int BATCH = 256;
    private static final int AHEAD = 16;

    private final Lines lines;
    private final Reader reader;
    private final Deque<Future<List<Decoded>>> decoding = new ArrayDeque<>();

    /** Takes what the lines hold. */
    interface Reader {
        void sample(NumberedSample sample) throws IOException;

        /** A line cannot be read, for that reason. */
        void unreadable(long line, String reason);

        /** Everything read so far was handed on, and more has to be waited for. */
        void waiting() throws IOException;
    }

    private record Decoded(long line, Optional<Sample> sample, String reason) {}

    SampleLines(InputStream in, Reader reader) {
        this.lines = new Lines(in);
        this.reader = reader;
    }

    /** Reads to the end. */
    void readAll() throws IOException {
        try (ExecutorService cores = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("decode-", 0).factory())) {
            List<Lines.Line> batch = new ArrayList<>(BATCH);
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isBlank()) {
                    batch.add(line.get());
                }
                boolean waiting = lines.isWaiting();
                if (batch.size() == BATCH || waiting) {
                    decoding.add(cores.submit(decodingOf(batch)));
                    batch = new ArrayList<>(BATCH);
                    handOn(waiting ? 0 : AHEAD);
                }
                if (waiting) {
                    reader.waiting();
                }
            }
            decoding.add(cores.submit(decodingOf(batch)));
            handOn(0);
        }
    }

    private static Callable<List<Decoded>> decodingOf(List<Lines.Line> batch) {
        return () -> decode(batch);
    }

    private void handOn(int mostLeft) throws IOException {
        while (decoding.size() > mostLeft) {
            for (Decoded decoded : result(decoding.remove())) {
                if (decoded.sample().isPresent()) {
                    reader.sample(
                            new NumberedSample(decoded.line(), decoded.sample().get()));
                } else {
                    reader.unreadable(decoded.line(), decoded.reason());
                }
            }
        }
    }

    private static List<Decoded> result(Future<List<Decoded>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a line could not be decoded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<Decoded> decode(List<Lines.Line> batch) {
        return batch.stream().map(SampleLines::decode).toList();
    }

    private static Decoded decode(Lines.Line line) {
        try {
            return new Decoded(line.number(), Optional.of(Messages.decode(Sample.class, line.bytes())), "");
        } catch (UnreadableMessageException e) {
            return new Decoded(line.number(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
