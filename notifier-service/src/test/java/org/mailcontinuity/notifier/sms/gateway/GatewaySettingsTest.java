package org.mailcontinuity.notifier.sms.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://{to}.example.org/",
                "{text}",
                "https://api.example.org{to}/",
                "https://{credential.host}/send",
                "https://user@example.org/",
                "ftp://example.org/",
                "https://api.example.org/{unknown}"
            })
    void valuesCannotChangeWhereARequestGoes(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> GatewaySettings.url(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.example.org", "http://[::1]:8080/send/{digits}?text={text}", "https://a.b/?x={from}"
            })
    void valuesMayStandAfterTheHost(String url) {
        assertThat(GatewaySettings.url(url).text()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"to\":{digits}}', application/json",
        "'{\"to\":\"{to}\"', application/json",
        "'{to}', application/octet-stream",
        "'{\"to\":\"{number}\"}', application/json"
    })
    void bodyThatValuesCouldBreakIsRefused(String body, String type) {
        Map<String, GatewayTemplate> headers = GatewaySettings.headers(Map.of("Content-Type", type));
        assertThatIllegalArgumentException().isThrownBy(() -> GatewaySettings.body(body, headers));
    }

    @Test
    void bodyOfNoTypeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GatewaySettings.body("{to}", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/messages/0/id | {\"messages\":[{\"id\":\"a\"}]} | a",
                "/id | {\"id\":17} | 17",
                "/ok | {\"ok\":true} | true",
                "id=(\\d+) | OK id=77 | 77",
                "ID: \\w+ | ID: abc | ID: abc"
            })
    void expressionsFind(String expression, String answer, String found) {
        assertThat(GatewayExpression.of(expression).find(answer)).contains(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/id | {\"id\":null}", "/id | not json", "/id | {\"id\":{}}", "/id | {}", "id=(\\d+) | none"})
    void expressionsFindNothing(String expression, String answer) {
        assertThat(GatewayExpression.of(expression).find(answer)).isEmpty();
    }
}
