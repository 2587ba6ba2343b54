package org.mailcontinuity.probe.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
    @Test
    void putsTheLinesOfAReplyTogether() { // RFC 5321, 4.2.1
        ReplyReader reader = new ReplyReader();
        assertThat(reader.accept("250-mx greets you")).isInstanceOf(ReplyReader.Progress.Unfinished.class);
        assertThat(reader.accept("250-SIZE 1000")).isInstanceOf(ReplyReader.Progress.Unfinished.class);
        SmtpReply reply = ((ReplyReader.Progress.Complete) reader.accept("250 STARTTLS")).reply();
        assertThat(reply.code()).isEqualTo(250);
        assertThat(reply.lines()).containsExactly("mx greets you", "SIZE 1000", "STARTTLS");
    }

    @Test
    void takesACodeAlone() { // RFC 5321, 4.2: clients should accept it
        SmtpReply reply = ((ReplyReader.Progress.Complete) new ReplyReader().accept("220")).reply();
        assertThat(reply.lines()).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 400 Bad Request", "22", "2200 x", "220x", "120 x", "620 x", "٢٢٠ x"})
    void refusesWhatIsNoReply(String line) {
        assertThat(new ReplyReader().accept(line)).isInstanceOf(ReplyReader.Progress.Malformed.class);
    }

    @Test
    void refusesTwoCodesInOneReply() {
        ReplyReader reader = new ReplyReader();
        reader.accept("250-one");
        assertThat(reader.accept("550 two")).isInstanceOf(ReplyReader.Progress.Malformed.class);
    }

    @Test
    void refusesAnEndlessReply() {
        ReplyReader reader = new ReplyReader();
        ReplyReader.Progress last = new ReplyReader.Progress.Unfinished();
        int lines = 0;
        while (last instanceof ReplyReader.Progress.Unfinished && lines < 10_000) {
            last = reader.accept("220-more");
            lines++;
        }
        assertThat(last).isInstanceOf(ReplyReader.Progress.Malformed.class);
        assertThat(lines).isEqualTo(ReplyReader.MOST_LINES);
    }

    @Test
    void escapesAndCutsText() {
        String text = SmtpReply.of(550, List.of("a\u0000b\u001b[31m\u202e" + "ü".repeat(600)))
                .text();
        assertThat(text).startsWith("a\\x00b\\x1b[31m\\u202eü");
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(512);
        assertThat(text.chars().noneMatch(Character::isISOControl)).isTrue();
    }
}
