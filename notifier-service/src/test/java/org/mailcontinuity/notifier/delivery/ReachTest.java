package org.mailcontinuity.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.notifier.contact.Address;

class ReachTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID SUBJECT = UUID.randomUUID();
    private static final UUID ADA = UUID.randomUUID();
    private static final Address EMAIL = new Address("EMAIL", "ada@people.test", Optional.empty());
    private static final Address HOOK = new Address("WEBHOOK", "https://hook.test/", Optional.empty());
    private static final Address SMS = new Address("SMS", "+431234567", Optional.empty());

    private final List<Delivery> deliveries = new ArrayList<>();

    @Test
    void tellsOverAllAddressesIfTheStepNamesNoChannel() {
        assertThat(reach(List.of()).due()).extracting(DeliveryKey::address).containsExactly(EMAIL, HOOK, SMS);
    }

    @Test
    void tellsOverTheChannelsNamedOnly() {
        assertThat(reach(List.of("SMS", "EMAIL")).due())
                .extracting(DeliveryKey::address)
                .containsExactly(EMAIL, SMS);
    }

    @Test
    void refusedEverywhereTakesTheOtherAddressesOneAfterAnother() {
        refused(EMAIL);
        Reach next = reach(List.of("EMAIL"));
        assertThat(next.due()).extracting(DeliveryKey::address).containsExactly(HOOK);
        assertThat(next.blocked()).isFalse();
        refused(HOOK);
        assertThat(reach(List.of("EMAIL")).due())
                .extracting(DeliveryKey::address)
                .containsExactly(SMS);
        refused(SMS);
        assertThat(reach(List.of("EMAIL"))).isEqualTo(new Reach(List.of(), true, Optional.empty()));
    }

    @Test
    void putOffIsGivenPatienceBeforeAnotherAddressIsTaken() {
        put(EMAIL, new Progress.Pending(Optional.of(NOW.minusSeconds(59))));
        assertThat(reach(List.of("EMAIL"))).isEqualTo(new Reach(List.of(), false, Optional.of(NOW.plusSeconds(1))));
        deliveries.clear();
        put(EMAIL, new Progress.Pending(Optional.of(NOW.minusSeconds(60))));
        assertThat(reach(List.of("EMAIL")).due())
                .extracting(DeliveryKey::address)
                .containsExactly(HOOK);
    }

    @Test
    void nobodyWithoutAnAddressIsReached() {
        Rung rung = new Rung(SUBJECT, 1, Notice.FIRING, 0, List.of(), 0);
        Reach reach = Reach.of(rung, new Recipient.Known(ADA, List.of()), List.of(), NOW, Duration.ofMinutes(1));
        assertThat(reach.blocked()).isTrue();
    }

    private void refused(Address address) {
        put(address, new Progress.Failed(NOW, Progress.Failure.REFUSED));
    }

    private void put(Address address, Progress progress) {
        DeliveryKey key = new DeliveryKey(SUBJECT, 1, Notice.FIRING, 0, ADA, address, 0);
        deliveries.add(new Delivery(key, NOW.minusSeconds(100), progress));
    }

    private Reach reach(List<String> channels) {
        Rung rung = new Rung(SUBJECT, 1, Notice.FIRING, 0, channels, 0);
        Recipient.Known ada = new Recipient.Known(ADA, List.of(EMAIL, HOOK, SMS));
        return Reach.of(rung, ada, deliveries, NOW, Duration.ofMinutes(1));
    }
}
