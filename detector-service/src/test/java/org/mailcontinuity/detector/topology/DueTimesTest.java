package org.mailcontinuity.detector.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DueTimesTest {
    private final DueTimes due = new DueTimes();

    @Test
    void givesThoseWhoseTimeHasComeLongestDueFirst() {
        due.set("a", Optional.of(Instant.ofEpochSecond(30)));
        due.set("b", Optional.of(Instant.ofEpochSecond(10)));
        due.set("c", Optional.of(Instant.ofEpochSecond(31)));
        assertThat(due.until(Instant.ofEpochSecond(30))).containsExactly("b", "a");
        due.set("b", Optional.of(Instant.ofEpochSecond(40)));
        due.set("a", Optional.empty());
        assertThat(due.until(Instant.ofEpochSecond(39))).containsExactly("c");
    }

    @Test
    void aMonitorWhoseTimeMovesIsGivenOnceAndWhenItIsDue() {
        due.set("a", Optional.of(Instant.ofEpochSecond(10)));
        due.set("a", Optional.of(Instant.ofEpochSecond(20)));
        assertThat(due.until(Instant.ofEpochSecond(19))).isEmpty();
        due.set("a", Optional.of(Instant.ofEpochSecond(15)));
        due.set("a", Optional.of(Instant.ofEpochSecond(17)));
        assertThat(due.until(Instant.ofEpochSecond(16))).isEmpty();
        assertThat(due.until(Instant.ofEpochSecond(30))).containsExactly("a");
        assertThat(due.until(Instant.ofEpochSecond(30))).isEmpty();
        due.set("a", Optional.of(Instant.ofEpochSecond(25)));
        due.set("a", Optional.empty());
        assertThat(due.until(Instant.ofEpochSecond(30))).isEmpty();
    }
}
