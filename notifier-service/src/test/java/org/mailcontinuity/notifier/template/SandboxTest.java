package org.mailcontinuity.notifier.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template, whoever wrote it, shows the values of its notice and reaches nothing else. */
class SandboxTest {
    private static final Facts.OfAlert ALERT = new Facts.OfAlert(
            Optional.of(new UUID(0, 1)),
            "DOWN",
            List.of(new Facts.Affected("Main", "a.test", "INBOUND"), new Facts.Affected("Branch", "b.test", "INBOUND")),
            Instant.parse("2026-11-24T12:00:00Z"),
            Optional.empty(),
            "554 <b>no</b> {link}",
            Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{cause.getClass}",
                "{cause.class.name}",
                "{cause.toUpperCase}",
                "{cause.raw}",
                "{cause.safe}",
                "{monitors.getClass.name}",
                "{monitors.stream}",
                "{#for m in monitors}{m.getClass.name}{/for}",
                "{#for m in monitors}{m.hashCode}{/for}",
                "{#eval cause /}",
                "{#include firing.en.txt /}",
                "{#include $self /}",
                "{#include _id=cause /}",
                "{#include layout /}",
                "{#include layout.html.txt /}",
                "{#for i in 1000000}x{/for}",
                "{#for i in more.plus(1000)}x{/for}",
                "{#for m in monitors}{#for n in monitors}x{/for}{/for}",
                "{#each monitors}{#each monitors}x{/each}{/each}",
                "{#let x=cause}{x}{/let}",
                "{#with cause}{this}{/with}",
                "{#cached}x{/cached}",
                "{inject:notices}",
                "{config:property('user.home')}",
                "{str:eval('x')}",
                "{nobody}",
                "{#if round > 0}open"
            })
    void refusesWhatReachesBeyondItsValues(String body) {
        Notices drafted = new Notices(Optional.empty()).drafted(Map.of("firing.en.txt", "Subject\n\n" + body));
        assertThatThrownBy(() -> word(drafted, Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        fault -> assertThat(fault.getOrigin())
                                .isNotNull()
                                .satisfies(
                                        origin -> assertThat(origin.getLine()).isBetween(1, 3)));
    }

    @Test
    void showsWhatIsThere() {
        String body = "S {severity}\n{#for m in monitors}{m_count}. {m.domain}{#if m_hasNext}, {/if}{/for}"
                + "{#switch severity}{#case 'DOWN'} down{#else} up{/switch}{#if round == 0} first{/if}"
                + " {common ?: 'none'} {monitors.size} {#if link && !code}yes{/if}";
        Notices drafted = new Notices(Optional.empty()).drafted(Map.of("firing.en.txt", body));
        assertThat(word(drafted, Locale.ENGLISH).text()).startsWith("1. a.test, 2. b.test down first");
    }

    @Test
    void aLineOfSubjectAloneIsText() {
        Notices drafted = new Notices(Optional.empty()).drafted(Map.of("firing.en.txt", "{cause}"));
        Wording wording = word(drafted, Locale.ENGLISH);
        assertThat(wording.subject()).isEqualTo("554 <b>no</b> {link}");
        assertThat(wording.text()).isEqualTo("554 <b>no</b> {link}\n");
    }

    @Test
    void tellsTheAlertInOurWordsWhereTheOperatorsHaveAFault(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("firing.en.txt"), "Hello {#if}");
        Files.writeString(directory.resolve("firing.en.html"), "{nobody}");
        Files.writeString(directory.resolve("firing.en.sms"), "Ours: {domain}");
        Files.writeString(directory.resolve("layout.html"), "{#include layout.html}{/include}");
        Files.writeString(directory.resolve("firing.fr.txt"), "Panne: {nobody}\nx");
        Files.writeString(directory.resolve("firing.fr.html"), "<p>Panne");
        Files.writeString(directory.resolve("firing.fr.sms"), "Panne");
        Notices notices = new Notices(Optional.of(directory));
        Wording wording = word(notices, Locale.ENGLISH);
        assertThat(wording.subject()).isEqualTo("[DOWN] a.test and 1 more: inbound mail does not get through");
        assertThat(wording.html()).contains("<h1", "&lt;b&gt;no&lt;/b&gt;");
        assertThat(wording.brief().text()).isEqualTo("Ours: a.test");
        assertThat(word(notices, Locale.FRENCH).subject()).contains("inbound mail does not get through");
    }

    @Test
    void speaksAnOperatorsLanguageOnceAllOfItIsThere(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("firing.fr.txt"), "Panne : {domain}\nDepuis {since}");
        assertThat(word(new Notices(Optional.of(directory)), Locale.FRENCH).subject())
                .startsWith("[DOWN]");
        Files.writeString(directory.resolve("firing.fr.html"), "<p>Panne : {cause}");
        Files.writeString(directory.resolve("firing.fr.sms"), "Panne : {domain}");
        Wording wording = word(new Notices(Optional.of(directory)), Locale.FRENCH);
        assertThat(wording.subject()).isEqualTo("Panne : a.test");
        assertThat(wording.html()).isEqualTo("<p>Panne : 554 &lt;b&gt;no&lt;/b&gt; {link}");
    }

    private static Wording word(Notices notices, Locale language) {
        return notices.word("firing", ALERT, new Reader("Ada", language, ZoneOffset.UTC), Optional.empty(), 0);
    }
}
