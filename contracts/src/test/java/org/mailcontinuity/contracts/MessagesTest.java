package org.mailcontinuity.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Rule;
import org.mailcontinuity.contracts.monitor.Schedule;
import org.mailcontinuity.contracts.sample.ReplyCount;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Volume;

class MessagesTest {
    private static final String MINIMAL_MONITOR = """
            {"monitorId": "019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01", "revision": 1, "name": "x", "domain": "example.test",
             "inbound": {"recipient": "probe@example.test"}}""";

    static java.util.List<Message> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsBackWhatItWrote(Message message) {
        byte[] json = Messages.encode(message);

        assertThat(Messages.decode(Messages.typeOf(message), json)).contains(message);
    }

    @Test
    void writesTheFieldsOfADisruptionBesideThoseOfTheChange() {
        String json = text(Messages.encode(Examples.all().get(9)));

        assertThat(json).startsWith("{\"disruptionId\":\"").contains("\"clearedAt\":\"2026-11-24T03:42:00.000Z\"");
    }

    @Test
    void writesNeitherNullNorWhatIsAbsent() {
        String json = text(Messages.encode(Examples.sample()));

        assertThat(json).doesNotContain("null").doesNotContain("appendedAt").doesNotContain("volume");
    }

    @Test
    void readsAVolumeWithRepliesAndOneWithout() {
        String plain = text(Messages.encode(Examples.sample()))
                .replaceFirst("\\{", "{\"volume\": {\"accepted\": 7, \"deferred\": 1, \"rejected\": 0}, ");
        String counted = plain.replace(
                "\"rejected\": 0",
                "\"rejected\": 0, \"replies\": [{\"code\": 451, \"enhanced\": \"4.7.1\", \"count\": 1}]");

        assertThat(decode(Sample.class, plain).volume()).contains(new Volume(7, 1, 0));
        assertThat(decode(Sample.class, counted).volume())
                .contains(new Volume(7, 1, 0, List.of(new ReplyCount(451, Optional.of("4.7.1"), 1))));
    }

    @Test
    void fillsInTheDefaultsOfADefinition() {
        MonitorDefinition monitor = decode(MonitorDefinition.class, MINIMAL_MONITOR);

        assertThat(monitor.enabled()).isTrue();
        assertThat(monitor.schedule()).isEqualTo(Schedule.DEFAULT);
        assertThat(monitor.detection().rule()).isEqualTo(Rule.EVIDENCE);
        assertThat(monitor.inbound().orElseThrow().mx()).isTrue();
        assertThat(monitor.outbound()).isEmpty();
    }

    @Test
    void ignoresFieldsOfALaterRelease() {
        String later = MINIMAL_MONITOR.replaceFirst("\\{", "{\"colour\": {\"deep\": [1]}, ");

        assertThat(decode(MonitorDefinition.class, later).name()).isEqualTo("x");
    }

    @Test
    void readsAWordOfALaterReleaseAsUnknown() {
        String later = text(Messages.encode(Examples.all().get(4))).replace("\"SMS\"", "\"PIGEON\"");

        assertThat(decode(Contact.class, later).channels().get(1).type()).isEqualTo(ChannelType.UNKNOWN);
    }

    @Test
    void skipsATypeOfALaterRelease() {
        assertThat(Messages.decode("org.mailcontinuity.sample.v9", new byte[0])).isEmpty();
    }

    @Test
    void namesFieldAndRuleOfAValueOutOfBounds() {
        String slow = MINIMAL_MONITOR.replaceFirst("\\{", "{\"schedule\": {\"interval\": \"PT2H\"}, ");

        assertThatThrownBy(() -> decode(MonitorDefinition.class, slow))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessage("schedule.interval must be from PT1S to PT1H, but is: PT2H");
    }

    @Test
    void namesAFieldThatIsMissing() {
        String nameless = MINIMAL_MONITOR.replace("\"name\": \"x\",", "");

        assertThatThrownBy(() -> decode(MonitorDefinition.class, nameless))
                .hasMessage("name must be present, but is: absent");
    }

    @Test
    void namesANumberThatIsMissing() {
        String unrevised = MINIMAL_MONITOR.replace("\"revision\": 1,", "");

        assertThatThrownBy(() -> decode(MonitorDefinition.class, unrevised)).hasMessageContaining("revision");
    }

    @Test
    void namesAFieldOfTheWrongType() {
        String wrong = MINIMAL_MONITOR.replace("\"revision\": 1", "\"revision\": \"one\"");

        assertThatThrownBy(() -> decode(MonitorDefinition.class, wrong)).hasMessageStartingWith("revision must be");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> decode(Sample.class, "boom")).hasMessageStartingWith("value must be JSON");
    }

    @Test
    void refusesTextAfterTheMessage() {
        assertThatThrownBy(() -> decode(MonitorDefinition.class, MINIMAL_MONITOR + "x"))
                .isInstanceOf(UnreadableMessageException.class);
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> decode(Sample.class, "null")).hasMessage("value must be present, but is: absent");
    }

    @Test
    void refusesARecordThatIsTooLarge() {
        byte[] large = new byte[Messages.LARGEST + 1];

        assertThatThrownBy(() -> Messages.decode(Sample.class, large)).hasMessageContaining("at most 262144 bytes");
    }

    private static <T extends Message> T decode(Class<T> type, String json) {
        return Messages.decode(type, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
