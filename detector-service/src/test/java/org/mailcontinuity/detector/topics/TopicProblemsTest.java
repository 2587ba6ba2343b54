package org.mailcontinuity.detector.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicProblemsTest {

    @Test
    void saysWhichTopicIsMissingAndHowToCreateIt() {
        Map<String, Integer> topics = complete();
        topics.remove("continuity.samples");
        assertThat(TopicProblems.in(topics).sentences())
                .containsExactly("topic continuity.samples is missing; create it with: kafka-topics.sh"
                        + " --bootstrap-server <broker> --create --topic continuity.samples --partitions 12"
                        + " --config cleanup.policy=delete --config message.timestamp.type=LogAppendTime"
                        + " --config retention.ms=604800000");
    }

    @Test
    void saysThatSamplesAndMonitorsMustMatch() {
        Map<String, Integer> topics = complete();
        topics.put("continuity.samples", 24);
        assertThat(TopicProblems.in(topics).sentences())
                .singleElement()
                .asString()
                .contains("must have the same number of partitions, have 24 and 12");
    }

    @Test
    void isContentWithAnyCountThatMatches() {
        assertThat(TopicProblems.in(complete()).isEmpty()).isTrue();
    }

    private static Map<String, Integer> complete() {
        Map<String, Integer> topics = new HashMap<>();
        TopicProblems.NEEDED.forEach(topic -> topics.put(topic.name(), topic.partitions()));
        return topics;
    }
}
