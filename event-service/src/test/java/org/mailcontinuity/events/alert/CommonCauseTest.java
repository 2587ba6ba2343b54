package org.mailcontinuity.events.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.contracts.sample.Route;

class CommonCauseTest {
    @ParameterizedTest
    @CsvSource({
        "CONNECT:CONNECT_REFUSED:mx1.example.test, PROVIDER_OR_HOST:HOST:mx1.example.test, mx1.example.test",
        "RCPT:TEMPFAIL:MX1.example.test, PROVIDER_OR_HOST:HOST:mx1.example.test, mx1.example.test",
        "CONNECT:CONNECT_TIMEOUT:a-test.mail.protection.outlook.com, PROVIDER_OR_HOST:PROVIDER:MICROSOFT_365, Microsoft 365",
        "RCPT:TEMPFAIL:b-test.mail.protection.outlook.com, PROVIDER_OR_HOST:PROVIDER:MICROSOFT_365, Microsoft 365",
        "AUTH:AUTH_FAILED:smtp.office365.com, PROVIDER_OR_HOST:PROVIDER:MICROSOFT_365, Microsoft 365",
        "TLS:TLS_EXPIRED:notoutlook.com, PROVIDER_OR_HOST:HOST:notoutlook.com, notoutlook.com",
        "CONNECT:CONNECT_TIMEOUT:192.0.2.25, PROVIDER_OR_HOST:HOST:192.0.2.25, 192.0.2.25",
        "CONNECT:CONNECT_TIMEOUT:2001:db8::25, PROVIDER_OR_HOST:HOST:2001:db8::25, 2001:db8::25",
        "NO_DATA:EGRESS_BLOCKED, PROVIDER_OR_HOST:NO_DATA:EGRESS_BLOCKED,",
        "mixed, PROVIDER_OR_HOST:mixed,"
    })
    void isTheProviderElseTheHostElseTheCauseItself(String causeKey, String key, String subject) {
        CommonCause common = CommonCause.of(cause(causeKey, Optional.empty()));
        assertThat(common)
                .isEqualTo(new CommonCause(key.replace("PROVIDER_OR_HOST:", ""), Optional.ofNullable(subject)));
    }

    @ParameterizedTest
    @CsvSource({"host mx9, mx1.example.test"})
    void trustsTheRouteWhereThereIsOne(String causeKey, String host) {
        assertThat(CommonCause.of(cause(causeKey, Optional.of(Route.of(host, 25))))
                        .key())
                .isEqualTo("HOST:" + host);
    }

    private static Cause cause(String causeKey, Optional<Route> route) {
        return new Cause(Optional.empty(), Optional.empty(), route, causeKey, "sentence", 1);
    }
}
