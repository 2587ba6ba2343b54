package org.mailcontinuity.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final DeadLetter LETTER =
            new DeadLetter("tls must be present", "detector-service", "continuity.samples", 3, 17);

    @Test
    void isReadFromTheHeadersItWrites() {
        Map<String, byte[]> headers = new HashMap<>(LETTER.headers());
        headers.put("ce_type", "sample".getBytes(StandardCharsets.UTF_8));
        assertThat(DeadLetter.of(headers)).contains(LETTER);
        assertThat(LETTER.headers().keySet()).allMatch(name -> name.startsWith(DeadLetter.ADDED));
    }

    @Test
    void isNothingWhereNoHeadersSayWhence() {
        assertThat(DeadLetter.of(Map.of())).isEmpty();
    }
}
