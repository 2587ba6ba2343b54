package org.mailcontinuity.detector.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detector.Examples;

class ObservationsTest {

    @Test
    void theCoreKnowsEveryWordOfTheContracts() {
        assertThat(words(org.mailcontinuity.detection.observation.Check.values()))
                .isEqualTo(words(Check.values()));
        assertThat(words(org.mailcontinuity.detection.observation.Fault.values()))
                .isEqualTo(words(Fault.values()));
        assertThat(words(org.mailcontinuity.detection.observation.Stage.values()))
                .isEqualTo(words(Stage.values()));
        assertThat(words(org.mailcontinuity.detection.observation.Outcome.values()))
                .isEqualTo(words(Outcome.values()));
        assertThat(words(org.mailcontinuity.detection.observation.Trigger.values()))
                .isEqualTo(words(Trigger.values()));
    }

    @Test
    void takesWhatTheCoreNeeds() {
        Sample sample = Examples.refused(UUID.randomUUID(), Examples.START);
        Observation observation =
                Observations.of(sample, Examples.START.plusMillis(7)).orElseThrow();
        assertThat(observation.sampleId()).isEqualTo(sample.sampleId());
        assertThat(observation.appendedAt()).isEqualTo(Examples.START.plusMillis(7));
        assertThat(observation.route().orElseThrow().preference()).hasValue(10);
        assertThat(observation.fault()).contains(org.mailcontinuity.detection.observation.Fault.CONNECT_REFUSED);
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
