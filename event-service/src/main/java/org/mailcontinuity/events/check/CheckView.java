package org.mailcontinuity.events.check;

import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.sample.Sample;

/**
 * What a check at once found.
 *
 * @param samples one for each route and direction; they are published too, with the trigger MANUAL
 * @param transcripts what was said for each of them
 */
record CheckView(List<Sample> samples, List<TranscriptView> transcripts) {
    CheckView {
        samples = List.copyOf(samples);
        transcripts = List.copyOf(transcripts);
    }

    /**
     * One dialogue.
     *
     * @param route {@code host:port}; {@code -} where no route was known
     * @param lines in order; {@code S:} said by the server, {@code C:} by the probe, {@code *:} what happened otherwise; no secrets
     */
    record TranscriptView(UUID sampleId, String direction, String check, String route, List<String> lines) {}
}
