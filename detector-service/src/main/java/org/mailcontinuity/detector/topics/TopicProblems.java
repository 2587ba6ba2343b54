package org.mailcontinuity.detector.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;

/**
 * What is wrong with the topics the detector needs, each with the command that mends it.
 *
 * @param sentences empty if all is well
 */
public record TopicProblems(List<String> sentences) {
    /** What the detector reads and writes. */
    public static final List<Topic> NEEDED = List.of(
            Topics.MONITORS,
            Topics.SAMPLES,
            Topics.WINDOWS,
            Topics.DISRUPTIONS,
            Topics.CONFIRMATIONS,
            Topics.MONITORS.deadLetter(),
            Topics.SAMPLES.deadLetter());

    /** Judges the topics that exist, by name with their partition count. */
    public static TopicProblems in(Map<String, Integer> partitions) {
        List<String> sentences = new ArrayList<>();
        for (Topic topic : NEEDED) {
            if (!partitions.containsKey(topic.name())) {
                sentences.add("topic " + topic.name() + " is missing; create it with: " + creation(topic));
            }
        }
        Integer samples = partitions.get(Topics.SAMPLES.name());
        Integer monitors = partitions.get(Topics.MONITORS.name());
        if (samples != null && monitors != null && !samples.equals(monitors)) {
            sentences.add("topics " + Topics.SAMPLES.name() + " and " + Topics.MONITORS.name()
                    + " must have the same number of partitions, have " + samples + " and " + monitors
                    + "; create the one with the wrong count anew");
        }
        return new TopicProblems(List.copyOf(sentences));
    }

    /** True if the stream can run. */
    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    private static String creation(Topic topic) {
        return "kafka-topics.sh --bootstrap-server <broker> --create --topic " + topic.name() + " --partitions "
                + topic.partitions()
                + topic.configuration().entrySet().stream()
                        .map(entry -> " --config " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
    }
}
