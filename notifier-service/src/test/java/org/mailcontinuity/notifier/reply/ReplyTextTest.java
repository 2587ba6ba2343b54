package org.mailcontinuity.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailcontinuity.contracts.reply.ReplyCommand;

class ReplyTextTest {

    @ParameterizedTest
    @CsvSource({
        "ACK 4711, ACKNOWLEDGE, ''",
        "ack 4711, ACKNOWLEDGE, ''",
        "'  Ack:  4711. ', ACKNOWLEDGE, ''",
        "Übernehme 4711, ACKNOWLEDGE, ''",
        "ok 4711, ACKNOWLEDGE, ''",
        "START 2H 4711, START, PT2H",
        "start 4711 2h, START, PT2H",
        "'Start 4711, 2 h.', START, PT2H",
        "STARTE 2 STD 4711, START, PT2H",
        "start 90min 4711, START, PT1H30M",
        "start 1 Tag 4711, START, PT24H",
        "START 4711, START, ''",
        "STOP 4711, END, ''",
        "Ende 4711, END, ''",
        "MUTE 1H 4711, SUSPEND, PT1H",
        "stumm 30 m 4711, SUSPEND, PT30M",
        "MUTE 4711, SUSPEND, ''"
    })
    void readsWhatPeopleWrite(String text, ReplyCommand command, String duration) {
        Optional<Duration> length =
                Optional.of(duration).filter(value -> !value.isEmpty()).map(Duration::parse);
        assertThat(ReplyText.read(text)).contains(new ReplyText(command, "4711", length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ACK",
                "4711",
                "ACK 471",
                "ACK 47111",
                "ACK 4711 4712",
                "ACK 4711 please do it now",
                "HELLO 4711",
                "ACK 2H 4711",
                "STOP 2H 4711",
                "START 0H 4711",
                "START 2X 4711",
                "START 31D 4711",
                "START 999D 4711",
                "START 2H 3H 4711",
                "ACK 4711\u0000; drop table",
                "ACK ٤٧١١"
            })
    void readsNothingElse(String text) {
        assertThat(ReplyText.read(text)).isEmpty();
    }

    @Test
    void anyTextIsRead() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(120), 0, 0x3000).forEach(text::appendCodePoint);
            assertThat(ReplyText.read(text.toString())).isNotNull();
        }
    }
}
