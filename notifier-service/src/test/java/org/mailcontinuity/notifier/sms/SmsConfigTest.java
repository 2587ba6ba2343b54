package org.mailcontinuity.notifier.sms;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.notifier.sms.gateway.CallbackRules;
import org.mailcontinuity.notifier.sms.gateway.GatewaySettings;
import org.mailcontinuity.notifier.sms.smpp.SmppSender;
import org.mailcontinuity.notifier.sms.smpp.SmppSettings;

class SmsConfigTest {
    private static final String FIRST = "continuity.notifier.sms.providers[0].";
    private static final Map<String, String> CENTRE = Map.of(FIRST + "name", "acme", FIRST + "smpp.host", "smsc.test");

    @Test
    void hasDefaults() {
        SmsConfig config = config(Map.of());
        assertThat(config.segments()).isEqualTo(2);
        assertThat(SmsMapper.providers(config)).isEmpty();
        assertThat(config.callback().port()).isEmpty();
        assertThat(config.callback().bind()).isEqualTo("0.0.0.0");
        SmppSettings centre =
                SmsMapper.centre(SmsMapper.providers(config(CENTRE)).getFirst());
        assertThat(centre)
                .isEqualTo(new SmppSettings(
                        "acme",
                        "smsc.test",
                        2775,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        "",
                        "",
                        new SmppSender("", 0, 0),
                        10,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofHours(4),
                        Set.of(11)));
    }

    @Test
    void readsTheDocumentedKeysOfACentre() {
        Map<String, String> settings = new HashMap<>(CENTRE);
        settings.put(FIRST + "sender", "82828");
        settings.put(FIRST + "timeout", "3S");
        settings.put(FIRST + "smpp.port", "3550");
        settings.put(FIRST + "smpp.tls", "true");
        settings.put(FIRST + "smpp.bind", "SEPARATE");
        settings.put(FIRST + "smpp.system-type", "cp");
        settings.put(FIRST + "smpp.service-type", "CMT");
        settings.put(FIRST + "smpp.window", "7");
        settings.put(FIRST + "smpp.enquire-link", "20S");
        settings.put(FIRST + "smpp.longest-reconnect", "1M");
        settings.put(FIRST + "smpp.validity", "30M");
        settings.put(FIRST + "smpp.sender-ton", "6");
        settings.put(FIRST + "smpp.sender-npi", "1");
        settings.put(FIRST + "smpp.bad-number-statuses", "1035,102");
        SmppSettings centre =
                SmsMapper.centre(SmsMapper.providers(config(settings)).getFirst());
        assertThat(centre.tls()).isPresent();
        assertThat(centre.separate()).isTrue();
        assertThat(centre.sender()).isEqualTo(new SmppSender("82828", 6, 1));
        assertThat(List.of(centre.port(), centre.window())).containsExactly(3550, 7);
        assertThat(List.of(centre.systemType(), centre.serviceType())).containsExactly("cp", "CMT");
        assertThat(List.of(centre.timeout(), centre.enquireLink(), centre.longestReconnect(), centre.validity()))
                .extracting(Duration::toSeconds)
                .containsExactly(3L, 20L, 60L, 1800L);
        assertThat(centre.badNumber()).containsExactlyInAnyOrder(11, 1035, 102);
    }

    /** The example in docs/sms.md is one that works. */
    @Test
    void readsTheDocumentedExampleOfAnHttpApi() throws IOException {
        Map<String, String> example = Files.readAllLines(Path.of("../docs/sms.md")).stream()
                .filter(line -> line.startsWith("    continuity.notifier.sms.providers[1]."))
                .map(line -> line.strip().split("=", 2))
                .collect(toMap(pair -> pair[0].replace("[1]", "[0]"), pair -> pair[1]));
        SmsConfig.ProviderConfig provider = SmsMapper.providers(config(example)).getFirst();
        GatewaySettings gateway = SmsMapper.gateway(provider);
        assertThat(gateway.headers()).containsOnlyKeys("content-type", "authorization", "idempotency-key");
        assertThat(gateway.method()).isEqualTo("POST");
        assertThat(gateway.messageId()).isPresent();
        CallbackRules rules = SmsMapper.rules(provider);
        assertThat(rules.status()).contains("status");
        assertThat("DELIVRD").matches(rules.arrived());
        assertThat("UNDELIVERABLE").matches(rules.lost());
        assertThat("8").doesNotMatch(rules.arrived()).doesNotMatch(rules.lost());
    }

    @ParameterizedTest
    @CsvSource({
        "continuity.notifier.sms.segments, 0", "continuity.notifier.sms.segments, 11",
        "continuity.notifier.sms.providers[0].name, Acme Corp", "continuity.notifier.sms.providers[0].smpp.window, 0",
        "continuity.notifier.sms.providers[0].smpp.window, 1001", "continuity.notifier.sms.providers[0].smpp.port, 0",
        "continuity.notifier.sms.providers[0].smpp.port, 65536"
    })
    void refusesWhatIsOutOfBounds(String key, String value) {
        Map<String, String> settings = new HashMap<>(CENTRE);
        settings.put(key, value);
        assertThatThrownBy(() -> config(settings)).hasMessageContaining(key.substring(key.lastIndexOf('.') + 1));
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        Map<String, String> both = new HashMap<>(CENTRE);
        both.put(FIRST + "http.url", "https://api.test/");
        assertThatThrownBy(() -> SmsMapper.providers(config(both))).hasMessageContaining("either smpp or http");
        Map<String, String> twice = new HashMap<>(CENTRE);
        CENTRE.forEach((key, value) -> twice.put(key.replace("[0]", "[1]"), value));
        assertThatThrownBy(() -> SmsMapper.providers(config(twice))).hasMessageContaining("two have the name acme");
        Map<String, String> sender = new HashMap<>(CENTRE);
        sender.put(FIRST + "smpp.sender-npi", "5");
        assertThatThrownBy(() ->
                        SmsMapper.centre(SmsMapper.providers(config(sender)).getFirst()))
                .hasMessageContaining("NPI");
    }

    private static SmsConfig config(Map<String, String> settings) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(new PropertiesConfigSource(settings, "test", 100))
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withMapping(SmsConfig.class)
                    .withValidator(new BeanValidationConfigValidator() {
                        @Override
                        public Validator getValidator() {
                            return validator;
                        }
                    })
                    .build()
                    .getConfigMapping(SmsConfig.class);
        }
    }
}
