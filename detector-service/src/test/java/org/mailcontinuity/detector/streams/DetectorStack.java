package org.mailcontinuity.detector.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.detector.Caller;
import org.mailcontinuity.testbed.broker.TopicSpec;
import org.mailcontinuity.testbed.stack.EmbeddedStack;

/** The broker with all topics but one, which a test creates later; state in a directory of its own. */
public final class DetectorStack extends EmbeddedStack {
    /** The event-service's key, by which a test may call. */
    public static final Caller TRUSTED = Caller.trusted();

    static final TopicSpec LATE = spec(Topics.DISRUPTIONS);

    @Override
    protected List<TopicSpec> topics() {
        return Topics.all().stream()
                .map(DetectorStack::spec)
                .filter(topic -> !topic.equals(LATE))
                .toList();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        try {
            config.put(
                    "continuity.detector.state-directory",
                    Files.createTempDirectory("detector-state").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config.put("continuity.detector.tick", "PT1S");
        config.put("continuity.service.trusted-keys", TRUSTED.folder().toString());
        return Map.copyOf(config);
    }

    private static TopicSpec spec(org.mailcontinuity.contracts.Topic topic) {
        return new TopicSpec(topic.name(), Math.min(3, topic.partitions()), topic.configuration());
    }
}
