package org.mailcontinuity.notifier.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {
    private static final Instant SINCE = Instant.parse("2026-11-24T12:00:00Z");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Reader ADA = new Reader("Ada", Locale.ENGLISH, VIENNA);
    private static final Reader BERTA = new Reader("Berta", Locale.forLanguageTag("de-AT"), VIENNA);
    private static final Optional<URI> LINK = Optional.of(URI.create("https://continuity.example/portal/abc"));

    private final Notices notices = new Notices(Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "firing, DOWN, INBOUND, [DOWN] example.test: inbound mail does not get through",
        "firing, DOWN, OUTBOUND, [DOWN] example.test: outbound mail does not get through",
        "firing, DOWN, ACCESS, [DOWN] example.test: people cannot get at their mail",
        "firing, DEGRADED, INBOUND, [DEGRADED] example.test: inbound mail is disturbed",
        "firing, BLIND, INBOUND, [BLIND] example.test: nobody can see whether mail flows",
        "resolved, DOWN, OUTBOUND, [RESOLVED] example.test: outbound mail flows again"
    })
    void saysInTheSubjectWhatIsWrong(String notice, String severity, String direction, String subject) {
        assertThat(word(notice, alert(severity, direction, "refused"), ADA, 0).subject())
                .isEqualTo(subject);
    }

    @Test
    void saysEverythingThatMattersInPlainText() {
        String text =
                word("firing", alert("DOWN", "INBOUND", "mx1 refuses"), ADA, 2).text();
        assertThat(text)
                .contains("example.test, inbound (Main mail)")
                .contains("Nov 24, 2026, 1:00")
                .contains("Cause:  mx1 refuses")
                .contains("This is reminder 2")
                .contains("nothing yet")
                .contains("for Ada only):\nhttps://continuity.example/portal/abc")
                .doesNotContain("{", "}");
    }

    @Test
    void speaksGermanToThoseWhoDo() {
        Wording wording = word("firing", alert("DOWN", "INBOUND", "mx1 refuses"), BERTA, 0);
        assertThat(wording.subject()).isEqualTo("[DOWN] example.test: eingehende Mail kommt nicht durch");
        assertThat(wording.text()).contains("Seit:     24.11.2026, 13:00 MEZ").contains("nur für Berta");
        assertThat(wording.html()).contains("lang=\"de\"", "Ansehen und entscheiden");
    }

    @Test
    void speaksEnglishWhereALanguageIsMissing() {
        Reader french = new Reader("Camille", Locale.FRENCH, VIENNA);
        assertThat(word("firing", alert("DOWN", "INBOUND", "x"), french, 0).subject())
                .contains("inbound mail");
    }

    @Test
    void namesFurtherDomainsByTheirNumber() {
        Facts.OfAlert one = alert("DOWN", "INBOUND", "x");
        Facts.OfAlert three = new Facts.OfAlert(
                one.alertId(),
                "DOWN",
                List.of(
                        new Facts.Affected("A", "a.test", "INBOUND"),
                        new Facts.Affected("B", "b.test", "OUTBOUND"),
                        new Facts.Affected("C", "c.test", "INBOUND")),
                SINCE,
                Optional.empty(),
                "x",
                Optional.empty());
        assertThat(word("firing", three, ADA, 0).subject())
                .isEqualTo("[DOWN] a.test and 2 more: mail does not get through");
    }

    @Test
    void whatOthersWroteIsNeitherMarkupNorTemplateNorASecondLine() {
        String nasty = "554 <script>alert(1)</script> {link}\r\nBcc: x@y.z\u202e{#include layout.html}";
        Wording wording = word("firing", alert("DOWN", "INBOUND", nasty), ADA, 0);
        assertThat(wording.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(wording.text())
                .contains("554 <script>alert(1)</script> {link} Bcc: x@y.z {#include layout.html}")
                .doesNotContain("\nBcc", "\u202e");
        Facts.OfEvent event = new Facts.OfEvent(
                Optional.empty(),
                "Outage\r\nBcc: x@y.z",
                Optional.empty(),
                SINCE,
                SINCE,
                "Ada",
                Optional.empty(),
                Optional.empty(),
                false);
        assertThat(word("started", event, ADA, 0).subject()).isEqualTo("[CONTINUITY] Outage Bcc: x@y.z: started");
    }

    @ParameterizedTest
    @CsvSource({"started, en", "started, de", "ended, en", "ended, de"})
    void tellsOfEvents(String notice, String language) {
        Facts.OfEvent event = new Facts.OfEvent(
                Optional.empty(),
                "Mail outage",
                Optional.of("All mail is held"),
                SINCE,
                SINCE.plusSeconds(3600),
                "Grace",
                Optional.of("mx1 is dead"),
                Optional.of("Use the portal"),
                false);
        Reader reader = new Reader("Ada", Locale.of(language), VIENNA);
        Wording wording = notices.word(notice, event, reader, Optional.empty(), 0);
        assertThat(wording.text()).contains("Mail outage", "Grace", "mx1 is dead", "Use the portal");
        assertThat(wording.html())
                .contains("Mail outage", "Grace", "mx1 is dead")
                .doesNotContain("href");
    }

    @Test
    void operatorsTemplateTakesThePlaceOfOurs(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("firing.en.txt"), "Ours: {cause}\nBody");
        Wording wording = new Notices(Optional.of(directory))
                .word("firing", alert("DOWN", "INBOUND", "mx1 is dead"), ADA, LINK, 0);
        assertThat(wording.subject()).isEqualTo("Ours: mx1 is dead");
    }

    private Wording word(String notice, Facts facts, Reader reader, int round) {
        return notices.word(notice, facts, reader, LINK, round);
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
