package org.mailcontinuity.events.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTokenTest {
    private static final String LINK = "a-link";

    @Test
    void belongsToTheLinkItWasMadeFor() {
        FormToken token = FormToken.make(LINK, new SecureRandom());
        assertThat(FormToken.verify(LINK, token.text())).contains(token);
        assertThat(FormToken.verify("another-link", token.text())).isEmpty();
    }

    @Test
    void differsEachTime() {
        assertThat(FormToken.make(LINK, new SecureRandom())).isNotEqualTo(FormToken.make(LINK, new SecureRandom()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".b", "no dot", "a.b.c"})
    void refusesWhatItDidNotMake(String text) {
        assertThat(FormToken.verify(LINK, text)).isEmpty();
    }

    @Test
    void tellsNothingOfTheLinkInItsHash() {
        assertThat(FormToken.hashOf(LINK)).hasSize(16).doesNotContain(LINK);
    }
}
