package org.mailcontinuity.events.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.stream.StreamPosition.Reset;
import org.mailcontinuity.events.stream.StreamPosition.Resumed;

class StreamPositionTest {
    @Test
    void beginsAtTheEndWithoutAKnownEntry() {
        assertThat(StreamPosition.of(Optional.empty(), 10, 20)).isEqualTo(new Resumed(20));
    }

    @Test
    void resumesWhileNothingIsGone() {
        assertThat(StreamPosition.of(Optional.of(9L), 10, 20)).isEqualTo(new Resumed(9));
        assertThat(StreamPosition.of(Optional.of(20L), 10, 20)).isEqualTo(new Resumed(20));
    }

    @Test
    void resetsWhereEntriesAreGoneOrNeverWere() {
        assertThat(StreamPosition.of(Optional.of(8L), 10, 20)).isEqualTo(new Reset(20));
        assertThat(StreamPosition.of(Optional.of(21L), 10, 20)).isEqualTo(new Reset(20));
    }
}
