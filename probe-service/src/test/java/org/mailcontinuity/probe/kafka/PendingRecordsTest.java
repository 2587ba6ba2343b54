package org.mailcontinuity.probe.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingRecordsTest {
    private final PendingRecords pending = new PendingRecords(3);

    private static PendingRecord record(String topic) {
        return new PendingRecord(topic, new byte[0], new byte[0], Map.of());
    }

    private List<String> take(int most) throws InterruptedException {
        return pending.take(most, Duration.ZERO).stream()
                .map(PendingRecord::topic)
                .toList();
    }

    @Test
    void givesTheOldestFirst() throws InterruptedException {
        pending.add(record("a"));
        pending.add(record("b"));
        assertThat(take(1)).containsExactly("a");
        assertThat(take(5)).containsExactly("b");
        assertThat(take(5)).isEmpty();
    }

    @Test
    void dropsTheOldestAndCountsIt() throws InterruptedException {
        for (String topic : List.of("a", "b", "c", "d", "e")) {
            pending.add(record(topic));
        }
        assertThat(pending.dropped()).isEqualTo(2);
        assertThat(take(5)).containsExactly("c", "d", "e");
    }

    @Test
    void keepsTheOrderOfWhatComesBack() throws InterruptedException {
        pending.add(record("a"));
        pending.add(record("b"));
        List<PendingRecord> taken = pending.take(2, Duration.ZERO);
        pending.add(record("c"));
        pending.returned(taken);
        assertThat(take(5)).containsExactly("a", "b", "c");
    }

    @Test
    void dropsWhatComesBackBeforeWhatIsNewer() throws InterruptedException {
        pending.add(record("a"));
        List<PendingRecord> taken = pending.take(1, Duration.ZERO);
        for (String topic : List.of("b", "c", "d")) {
            pending.add(record(topic));
        }
        pending.returned(taken);
        assertThat(pending.dropped()).isEqualTo(1);
        assertThat(take(5)).containsExactly("b", "c", "d");
    }
}
