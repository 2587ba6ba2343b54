package org.mailcontinuity.detector.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuriedLogTest {
    private static final String TOPIC = "continuity.samples";

    private final List<String> lines = new ArrayList<>();
    private final BuriedLog log = new BuriedLog(lines::add);

    @Test
    void theFirstOfEachKindOfCauseIsToldAndTheOthersAsACountAMinute() {
        for (int i = 0; i < 413; i++) {
            log.buried(TOPIC, 2, 7 + i, "value must be JSON: odd character at " + i, 1_000 + i);
        }
        log.buried(TOPIC, 3, 9, "key must be present", 2_000);
        log.pass(60_000);
        assertThat(lines)
                .containsExactly(
                        "Dead letter topic=continuity.samples partition=2 offset=7"
                                + " cause=value must be JSON: odd character at 0",
                        "Dead letter topic=continuity.samples partition=3 offset=9 cause=key must be present");
        log.pass(61_000);
        assertThat(lines)
                .hasSize(3)
                .last()
                .isEqualTo("Dead letters more=412 like=continuity.samples value must be JSON");
    }

    @Test
    void aKindThatGoesOnIsCountedAndOneThatComesBackIsToldAnew() {
        log.buried(TOPIC, 0, 1, "key must be present", 0);
        log.buried(TOPIC, 0, 2, "key must be present", 10_000);
        log.pass(60_000);
        log.buried(TOPIC, 0, 3, "key must be present", 61_000);
        log.pass(120_000);
        log.pass(180_000);
        log.buried(TOPIC, 0, 4, "key must be present", 300_000);
        assertThat(lines)
                .containsExactly(
                        "Dead letter topic=continuity.samples partition=0 offset=1 cause=key must be present",
                        "Dead letters more=1 like=continuity.samples key must be present",
                        "Dead letters more=1 like=continuity.samples key must be present",
                        "Dead letter topic=continuity.samples partition=0 offset=4 cause=key must be present");
    }

    @Test
    void manyKindsAreCountedTogether() {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            log.buried(TOPIC, 0, letter, letter + " must be present", 0);
        }
        assertThat(lines).hasSize(21);
        log.pass(60_000);
        assertThat(lines).hasSize(22).last().isEqualTo("Dead letters more=5 like=other causes");
    }
}
