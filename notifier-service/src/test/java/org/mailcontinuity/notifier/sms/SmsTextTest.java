package org.mailcontinuity.notifier.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.notifier.sms.SmsText.Coding;

class SmsTextTest {

    /** How often the characters are repeated, and in how many segments of which coding they go. */
    @ParameterizedTest
    @CsvSource({
        "a, 160, GSM7, 1",
        "a, 161, GSM7, 2",
        "a, 306, GSM7, 2",
        "a, 307, GSM7, 3",
        "ü, 160, GSM7, 1",
        "ß, 306, GSM7, 2",
        "€, 80, GSM7, 1",
        "€, 81, GSM7, 2",
        "€, 152, GSM7, 2",
        "€, 153, GSM7, 3",
        "'[', 76, GSM7, 1",
        "щ, 70, UCS2, 1",
        "щ, 71, UCS2, 2",
        "щ, 134, UCS2, 2",
        "щ, 135, UCS2, 3",
        "😀, 35, UCS2, 1",
        "😀, 36, UCS2, 2",
        "😀, 66, UCS2, 2",
        "😀, 67, UCS2, 3",
        "ç, 71, UCS2, 2"
    })
    void takesTheSegmentsItNeeds(String character, int times, Coding coding, int segments) {
        SmsText text = SmsText.of(character.repeat(times));
        assertThat(text.coding()).isEqualTo(coding);
        assertThat(text.segments()).isEqualTo(segments);
        assertThat(text.text()).isEqualTo(character.repeat(times));
    }

    @Test
    void escapedCharacterIsNotSplit() {
        SmsText text = SmsText.of("a".repeat(152) + "€" + "b".repeat(20));
        assertThat(text.parts()).containsExactly("a".repeat(152), "€" + "b".repeat(20));
        assertThat(text.octets(0, 7)).hasSize(6 + 152);
        assertThat(text.octets(1, 7)).hasSize(6 + 22).startsWith(5, 0, 3, 7, 2, 2, 0x1B, 0x65);
    }

    @Test
    void surrogatePairIsNotSplit() {
        SmsText text = SmsText.of("щ".repeat(66) + "😀" + "щ".repeat(10));
        assertThat(text.parts()).containsExactly("щ".repeat(66), "😀" + "щ".repeat(10));
        assertThat(text.octets(0, 0)).hasSize(6 + 132);
    }

    @Test
    void segmentsCarryWhichOfHowManyTheyAre() {
        SmsText text = SmsText.of("x".repeat(400));
        assertThat(text.octets(0, 200)).startsWith(5, 0, 3, 200, 3, 1).hasSize(159);
        assertThat(text.octets(2, 200)).startsWith(5, 0, 3, 200, 3, 3);
        assertThat(SmsText.of("x").octets(0, 200)).containsExactly('x');
        assertThat(SmsText.of("щ").octets(0, 200)).isEqualTo("щ".getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void neverMoreSegmentsThanTheHeaderCanCount() {
        assertThat(SmsText.of("x".repeat(50_000)).segments()).isEqualTo(255);
    }

    @Test
    void alphabetIsWrittenAndReadAlike() {
        String all =
                "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ§¿abcxyzäöñüà^{}\\[~]|€\f";
        byte[] octets = Gsm7.encode(all);
        assertThat(octets).startsWith(0, 1, 2).hasSize(all.length() + 10);
        assertThat(Gsm7.decode(octets)).isEqualTo(all);
        assertThat(Gsm7.decode(new byte[] {'a', 0x1B})).isEqualTo("a?");
    }

    @Test
    void foldsWhatReadsAlike() {
        assertThat(Gsm7.fold("„Zürich“ – l’été…\u00A0Čapek")).isEqualTo("\"Zürich\" - l'été... Capek");
        assertThat(Gsm7.fold("щ")).isEqualTo("щ");
    }
}
