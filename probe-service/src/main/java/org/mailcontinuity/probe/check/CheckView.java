package org.mailcontinuity.probe.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.sample.Sample;

/**
 * What a check found.
 *
 * @param samples as they are published, in the form of the topic
 * @param transcripts what was said for each of them
 */
record CheckView(List<JsonNode> samples, List<TranscriptView> transcripts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param route {@code host:port}; {@code -} where no route was known */
    record TranscriptView(UUID sampleId, String direction, String check, String route, List<String> lines) {
        static TranscriptView of(Checked checked) {
            Sample sample = checked.sample();
            return new TranscriptView(
                    sample.sampleId(),
                    sample.direction().name(),
                    sample.check().name(),
                    sample.route().map(route -> route.address()).orElse("-"),
                    checked.transcript());
        }
    }

    static CheckView of(List<Checked> all) {
        return new CheckView(
                all.stream().map(checked -> json(checked.sample())).toList(),
                all.stream().map(TranscriptView::of).toList());
    }

    private static JsonNode json(Sample sample) {
        try {
            return JSON.readTree(Messages.encode(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
