package org.mailcontinuity.events.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.window.VantageCounts;

class SeenTest {
    @Test
    void namesTheVantageThatAloneSeesFailures() {
        assertThat(seen(counts("a", 20, 0), counts("b", 0, 20), counts("c", 20, 1))
                        .regional())
                .containsExactly("b");
    }

    @Test
    void isNotRegionalWhereAllFail() {
        assertThat(seen(counts("a", 0, 20), counts("b", 1, 20)).regional()).isEmpty();
    }

    @Test
    void isNotRegionalWhereAllSeeMailFlow() {
        assertThat(seen(counts("a", 20, 1), counts("b", 20, 2)).regional()).isEmpty();
    }

    @Test
    void saysNothingOfAFewSamples() {
        assertThat(seen(counts("a", 20, 0), counts("b", 0, 2)).regional()).isEmpty();
        assertThat(seen(counts("a", 2, 0), counts("b", 0, 20)).regional()).isEmpty();
    }

    private static Seen seen(VantageCounts... counts) {
        return new Seen(List.of(counts));
    }

    private static VantageCounts counts(String vantage, int success, int failure) {
        return new VantageCounts(vantage, success, 0, failure, 0);
    }
}
