package org.mailcontinuity.events.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    private static final Instant UNTIL = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P7D | 2 | 5 | With these settings these 7 days would have raised 2 alerts; the present settings 5.",
                "P7D | 0 | 1 | With these settings these 7 days would have raised no alert; the present settings 1.",
                "PT5H | 1 | 0 | With these settings these 5 hours would have raised 1 alert; the present settings none.",
                "PT30M | 3 | 3 | With these settings these 30 minutes would have raised 3 alerts; the present settings as many."
            })
    void saysWhatBothSettingsComeTo(Duration span, int proposed, int present, String sentence) {
        assertThat(Headline.of(new PreviewRequest.Span(UNTIL.minus(span), UNTIL), proposed, present))
                .isEqualTo(sentence);
    }
}
