package org.mailcontinuity.probe.maillog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.probe.maillog.MailLog.Format;

/** No line, however broken, may stop a reader, hold it up, or fill its memory. */
class MailLogFuzzTest {
    private static final long SEED = 20261124;
    private static final String NASTY = "\0<>[]:=;,\"'\\ \t()%#@-.0123456789";

    @ParameterizedTest
    @CsvSource({
        "POSTFIX, postfix-mx.log",
        "POSTFIX, postfix-submission.log",
        "EXIM, exim-mainlog",
        "SENDMAIL, sendmail.log",
        "EXCHANGE, exchange-tracking.log"
    })
    void readsWhateverComes(Format format, String file) throws IOException {
        List<String> lines = lines(file);
        Random random = new Random(SEED);
        LogMemory memory = LogMemory.of(LogMemory.Saved.EMPTY);
        MailLog log = format.over(memory, ZoneOffset.UTC, List.of(":10024"), InstantSource.system());
        assertTimeout(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 30_000; round++) {
                log.read(mutated(lines.get(random.nextInt(lines.size())), random));
            }
            for (char c : NASTY.toCharArray()) {
                log.read(String.valueOf(c).repeat(64 * 1024));
                log.read(lines.getLast() + String.valueOf(c).repeat(64 * 1024));
            }
        });
        assertThat(memory.saved().senders()).hasSizeLessThanOrEqualTo(20_000);
        lines.forEach(log::read);
    }

    private static String mutated(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int change = random.nextInt(5); change >= 0 && !text.isEmpty(); change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, NASTY.charAt(random.nextInt(NASTY.length())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x3000));
                case 3 -> text.setLength(at);
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80))));
            }
        }
        return text.toString();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = MailLogFuzzTest.class.getResourceAsStream("/maillog/" + file)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
