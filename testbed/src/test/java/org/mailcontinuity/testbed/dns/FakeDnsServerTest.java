package org.mailcontinuity.testbed.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class FakeDnsServerTest {
    @Test
    void answersAndFailsAsTold() throws Exception {
        try (FakeDnsServer server = FakeDnsServer.start()) {
            server.zone()
                    .mx("example.test", 10, "mx1.example.test")
                    .mx("long.test", 5, "mx.long.test")
                    .truncated("long.test")
                    .servfail("broken.test")
                    .silent("silent.test");
            assertThat(lookup(server, "example.test").getAnswers())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            MXRecord.class, mx -> assertThat(mx.getTarget()).hasToString("mx1.example.test."));
            assertThat(lookup(server, "long.test").getAnswers()).hasSize(1);
            assertThat(lookup(server, "nowhere.test").getResult()).isEqualTo(Lookup.HOST_NOT_FOUND);
            assertThat(lookup(server, "broken.test").getResult()).isEqualTo(Lookup.TRY_AGAIN);
            assertThat(lookup(server, "silent.test").getResult()).isEqualTo(Lookup.TRY_AGAIN);
            assertThat(server.zone().queries()).isGreaterThan(5);
        }
    }

    private static Lookup lookup(FakeDnsServer server, String name) throws Exception {
        SimpleResolver resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(server.port());
        resolver.setTimeout(Duration.ofMillis(300));
        Lookup lookup = new Lookup(name, Type.MX);
        lookup.setResolver(resolver);
        lookup.setCache(null);
        lookup.run();
        return lookup;
    }
}
