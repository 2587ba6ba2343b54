package org.mailcontinuity.notifier.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReturnPathTest {
    private static final ReturnPath PATH = path("a key of sixteen or more");

    @Test
    void findsTheDeliveryAgain() {
        UUID delivery = UUID.randomUUID();
        String address = PATH.of(delivery);
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(PATH.delivery(address)).contains(delivery);
        assertThat(PATH.delivery(address.toUpperCase(java.util.Locale.ROOT))).contains(delivery);
    }

    @Test
    void nobodyElseCanMakeOne() {
        String address = PATH.of(UUID.randomUUID());
        assertThat(PATH.delivery(path("another key of sixteen").of(UUID.randomUUID())))
                .isEmpty();
        assertThat(PATH.delivery(address.replaceFirst("\\.", ".0"))).isEmpty();
        assertThat(PATH.delivery(address.replace("@", "@evil."))).isEmpty();
        assertThat(PATH.delivery("b+@bounce.example")).isEmpty();
        assertThat(PATH.delivery("")).isEmpty();
    }

    private static ReturnPath path(String key) {
        return new ReturnPath("bounce.example", () -> key.getBytes(StandardCharsets.UTF_8));
    }
}
