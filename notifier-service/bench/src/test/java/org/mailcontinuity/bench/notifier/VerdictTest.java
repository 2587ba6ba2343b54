package org.mailcontinuity.bench.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private final Arrivals arrivals = new Arrivals();
    private final UUID delivery = UUID.randomUUID();

    @Test
    void whatDidNotArriveIsLost() {
        arrivals.took(delivery, true);

        Verdict verdict = Verdict.of(List.of(delivery, UUID.randomUUID()), arrivals, List.of());

        assertThat(verdict.lost()).isEqualTo(1);
        assertThat(verdict.twins()).isZero();
    }

    @Test
    void twinOfAMessageWithoutAnAnswerIsExplained() {
        arrivals.took(delivery, false);
        arrivals.took(delivery, true);

        assertThat(Verdict.of(List.of(delivery), arrivals, List.of()).unanswered())
                .isEqualTo(1);
    }

    @Test
    void twinIsExplainedByAKillSoonAfterTheAnswer() {
        arrivals.took(delivery, true);
        long kill = System.nanoTime();
        arrivals.took(delivery, true);

        assertThat(Verdict.of(List.of(delivery), arrivals, List.of(kill)).killed())
                .isEqualTo(1);
        assertThat(Verdict.of(List.of(delivery), arrivals, List.of()).unexplained())
                .isEqualTo(1);
    }
}
