package org.mailcontinuity.events.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final Instant T0 = Instant.parse("2026-11-24T10:00:00Z");
    private static final Optional<String> GONE = Optional.of("550 5.1.1 no such user");

    private final Proof unknown = new Proof(
            new UUID(0, 1),
            new UUID(0, 2),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Test
    void marksAnAddressBadUntilItWorksAgain() {
        Proof bad = unknown.failed(T0, GONE, true).failed(T0.plusSeconds(60), GONE, true);
        assertThat(bad.badSince()).contains(T0);
        assertThat(bad.badReason()).isEqualTo(GONE);
        Proof cured = bad.worked(T0.plusSeconds(90), Optional.of("relay1"));
        assertThat(cured.badSince()).isEmpty();
        assertThat(cured.lastVia()).contains("relay1");
        assertThat(cured.lastFailureAt()).contains(T0.plusSeconds(60));
    }

    @Test
    void holdsAFailureOfTheRoadAgainstNoAddress() {
        assertThat(unknown.failed(T0, Optional.of("421 shutting down"), false).badSince())
                .isEmpty();
    }

    @Test
    void isNotMisledByOldNews() {
        Proof good = unknown.worked(T0, Optional.of("relay1"));
        assertThat(good.worked(T0.minusSeconds(1), Optional.of("relay2"))).isEqualTo(good);
        assertThat(good.failed(T0.minusSeconds(1), GONE, true).badSince()).isEmpty();
        Proof bad = unknown.failed(T0, GONE, true);
        assertThat(bad.worked(T0.minusSeconds(1), Optional.empty()).badSince()).contains(T0);
    }
}
