package org.mailcontinuity.probe.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNamesTest {
    @ParameterizedTest
    @CsvSource({
        "mx.example.com, mx.example.com, true",
        "MX.Example.com, mx.example.COM, true",
        "mx.example.com, mx1.example.com, false",
        // RFC 9525, 6.3: the wildcard is the whole leftmost label, and just one
        "*.example.com, mx.example.com, true",
        "*.example.com, a.mx.example.com, false",
        "*.example.com, example.com, false",
        "*.com, example.com, false",
        "m*.example.com, mx.example.com, false",
        // an address is matched by address entries only
        "192.0.2.1, 192.0.2.1, false"
    })
    void matchesHostNames(String name, String host, boolean matches) {
        assertThat(new CertificateNames(List.of(name), List.of()).match(host)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.1, true", "192.0.2.1, 192.0.2.2, false", "2001:db8:0:0:0:0:0:1, 2001:db8::1, true"})
    void matchesAddresses(String address, String host, boolean matches) {
        assertThat(new CertificateNames(List.of(), List.of(address)).match(host))
                .isEqualTo(matches);
    }
}
