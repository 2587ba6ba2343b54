package org.mailcontinuity.notifier.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.reply.ReplyOutcome;
import org.mailcontinuity.notifier.template.Facts;
import org.mailcontinuity.notifier.template.Notices;
import org.mailcontinuity.notifier.template.Reader;

/** What the phone shows: the length is counted in septets. */
class SmsWordingTest {
    private static final Instant SINCE = Instant.parse("2026-11-24T12:00:00Z");
    private static final String LINK = "https://continuity.example.org/portal/" + "x".repeat(136);
    private static final String CAUSE =
            "mx1.example.test refuses the connection since its certificate expired at 03:12 UTC today (all 3 vantages)";

    private final Notices notices = new Notices(Optional.empty());

    @Test
    void englishAlertSaysWhatSinceWhenAndWhere() {
        assertThat(text("firing", "en", alert("DOWN", "INBOUND", "mx1 is dead")).text())
                .isEqualTo("DOWN example.test: no inbound mail since 24 Nov 13:00. mx1 is dead\n" + LINK
                        + "\nReply ACK 4711 or START 2H 4711");
    }

    @Test
    void germanAlertSaysItInGerman() {
        assertThat(text("firing", "de", alert("DEGRADED", "OUTBOUND", "mx1 ist tot"))
                        .text())
                .isEqualTo("DEGRADED example.test: ausgehende Mail gestört seit 24.11. 13:00. mx1 ist tot\n" + LINK
                        + "\nAntwort: ACK 4711 oder START 2H 4711");
    }

    @ParameterizedTest
    @CsvSource({
        "firing, en, DOWN",
        "firing, de, DOWN",
        "firing, en, DEGRADED",
        "firing, de, DEGRADED",
        "firing, en, BLIND",
        "firing, de, BLIND",
        "resolved, en, DOWN",
        "resolved, de, DOWN"
    })
    void everyAlertIsGsm7AndTakesTwoSegments(String notice, String language, String severity) {
        for (String direction : List.of("INBOUND", "OUTBOUND", "ACCESS")) {
            SmsText text = text(notice, language, alert(severity, direction, CAUSE));
            assertThat(text.coding()).isEqualTo(SmsText.Coding.GSM7);
            assertThat(text.segments()).isEqualTo(2);
            assertThat(Gsm7.septets(text.text()).orElseThrow()).isLessThanOrEqualTo(306);
            assertThat(text.text()).contains(LINK);
        }
    }

    @Test
    void sentenceIsShortenedBeforeTheLinkAndAtAWord() {
        String text = text("firing", "en", alert("DOWN", "INBOUND", CAUSE)).text();
        assertThat(text)
                .containsPattern("13:00\\. mx1\\.example\\.test refuses [a-z ]*\\w\\.\\.\\.\n")
                .endsWith("START 2H 4711");
    }

    @Test
    void foreignCharactersOfAServersReplyDoNotMakeItLonger() {
        SmsText text = text("firing", "en", alert("DOWN", "INBOUND", "554 почта “off” [^]"));
        assertThat(text.coding()).isEqualTo(SmsText.Coding.GSM7);
        assertThat(text.text()).contains("554 ????? \"off\" [^]");
    }

    @ParameterizedTest
    @CsvSource({"started, en", "started, de", "ended, en", "ended, de"})
    void noticesOfEventsTakeTwoSegments(String notice, String language) {
        Facts event = new Facts.OfEvent(
                Optional.empty(),
                "Mail outage",
                Optional.empty(),
                SINCE,
                SINCE.plusSeconds(3600),
                "Grace",
                Optional.empty(),
                Optional.of("Please use the web portal. ".repeat(20)),
                false);
        SmsText text = text(notice, language, event);
        assertThat(text.coding()).isEqualTo(SmsText.Coding.GSM7);
        assertThat(text.segments()).isLessThanOrEqualTo(2);
        assertThat(text.text()).contains("\"Mail outage\"", LINK);
    }

    @Test
    void testTakesOneSegment() {
        for (String language : List.of("en", "de")) {
            assertThat(text("test", language, new Facts.OfTest("Grace", Optional.of("402917")))
                            .segments())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "de"})
    void answersTakeOneSegment(String language) {
        Reader reader = new Reader("Ada", Locale.of(language), ZoneId.of("Europe/Vienna"));
        Stream<String> words = Stream.concat(
                Arrays.stream(ReplyOutcome.values()).map(Enum::name),
                Stream.of("WRONG_CODE", "LIMITED", "NOT_UNDERSTOOD"));
        assertThat(words.map(word -> notices.answer(word, reader, Optional.of(SINCE), Optional.of(SINCE))))
                .allSatisfy(brief -> {
                    SmsText text = SmsFit.fit(brief, 2);
                    assertThat(text.coding()).isEqualTo(SmsText.Coding.GSM7);
                    assertThat(text.segments()).isEqualTo(1);
                    assertThat(text.text()).isNotBlank().doesNotContain("{");
                });
    }

    @Test
    void answerSaysWhen() {
        Reader reader = new Reader("Ada", Locale.GERMAN, ZoneId.of("Europe/Vienna"));
        assertThat(notices.answer("ACKNOWLEDGED", reader, Optional.of(SINCE), Optional.empty())
                        .text())
                .isEqualTo("Von Ihnen übernommen um 24.11. 13:00. Sonst wird niemand gerufen.");
    }

    @Test
    void operatorsOwnLanguageTakesTheSegmentsItNeeds(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("firing.en.sms"), "Почта {domain}: {sentence}\n{link}");
        Notices own = new Notices(Optional.of(directory));
        Reader reader = new Reader("Ada", Locale.ENGLISH, ZoneId.of("Europe/Vienna"));
        SmsText text = SmsFit.fit(
                own.word("firing", alert("DOWN", "INBOUND", CAUSE), reader, Optional.of(URI.create(LINK)), 0)
                        .brief(),
                2);
        assertThat(text.coding()).isEqualTo(SmsText.Coding.UCS2);
        assertThat(text.text()).isEqualTo("Почта example.test: \n" + LINK);
        assertThat(text.segments()).isEqualTo(3);
    }

    @Test
    void markedTextOfOthersMarksNothing() {
        String text = text("firing", "en", alert("DOWN", "INBOUND", "a\uE001b\uE000c"))
                .text();
        assertThat(text).contains("a b c\n" + LINK);
    }

    private SmsText text(String notice, String language, Facts facts) {
        Reader reader = new Reader("Ada", Locale.of(language), ZoneId.of("Europe/Vienna"));
        return SmsFit.fit(
                notices.word(notice, facts, reader, Optional.of(URI.create(LINK)), 0, Optional.of("4711"))
                        .brief(),
                2);
    }

    private static Facts.OfAlert alert(String severity, String direction, String cause) {
        return new Facts.OfAlert(
                Optional.of(UUID.randomUUID()),
                severity,
                List.of(new Facts.Affected("Main mail", "example.test", direction)),
                SINCE,
                Optional.empty(),
                cause,
                Optional.empty());
    }
}
