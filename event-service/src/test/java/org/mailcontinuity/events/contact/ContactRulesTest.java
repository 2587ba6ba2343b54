package org.mailcontinuity.events.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.contracts.contact.QuietHours;
import org.mailcontinuity.contracts.contact.QuietSpan;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.problem.Violation;

class ContactRulesTest {
    @ParameterizedTest
    @CsvSource({
        "EMAIL, Ada.Lovelace@Example.ORG, ada.lovelace@example.org",
        "EMAIL, ada@münchen.example, ada@xn--mnchen-3ya.example",
        "SMS, +44 20 7946 0958, +442079460958",
        "SMS, +1 (202) 555-0143, +12025550143",
        "WEBHOOK, https://hooks.example.org/x?y=1, https://hooks.example.org/x?y=1",
        "WEBHOOK, http://127.0.0.1:8080/hook, http://127.0.0.1:8080/hook",
        "NTFY, https://ntfy.example.org/topic, https://ntfy.example.org/topic",
    })
    void storesAddressesInOneForm(ChannelType type, String written, String stored) {
        assertThat(ChannelAddress.stored(request(type, written)))
                .map(ContactChannel::address)
                .contains(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, nobody",
        "EMAIL, a@b@",
        "EMAIL, 'a b@example.org'",
        "SMS, 020 7946 0958",
        "SMS, +44 1",
        "WEBHOOK, http://hooks.example.org/",
        "WEBHOOK, https://user:secret@hooks.example.org/",
        "WEBHOOK, ftp://hooks.example.org/",
        "WEBHOOK, not a url",
    })
    void refusesWhatIsNoAddress(ChannelType type, String written) {
        assertThat(ChannelAddress.stored(request(type, written))).isEmpty();
    }

    @Test
    void namesEveryBrokenRule() {
        QuietHours quiet = new QuietHours(
                Optional.of("Moon/Tycho"),
                List.of(new QuietSpan(List.of(), LocalTime.of(22, 0), LocalTime.of(6, 0))),
                List.of(Severity.UNKNOWN));
        ContactRequest wanted = new ContactRequest(
                "Ada",
                "en",
                "Mars/Olympus",
                List.of(
                        request(ChannelType.EMAIL, "a@x.test"),
                        request(ChannelType.EMAIL, "A@X.test"),
                        request(ChannelType.SMS, "12")),
                Optional.of(quiet));
        assertThat(ContactRules.check(wanted))
                .extracting(Violation::field)
                .containsExactly(
                        "timeZone",
                        "quietHours.timeZone",
                        "quietHours.breakThrough",
                        "channels[1].address",
                        "channels[2].address");
    }

    @Test
    void seesTheRoadThatBreaksWithTheDomain() {
        ContactChannel watched = channel(ChannelType.EMAIL, "a@watched.test");
        ContactChannel elsewhere = channel(ChannelType.EMAIL, "a@elsewhere.test");
        ContactChannel phone = channel(ChannelType.SMS, "+442079460958");
        ContactChannel webhook = channel(ChannelType.WEBHOOK, "https://hooks.test/");
        assertThat(road(watched)).contains("watched.test");
        assertThat(road(watched, phone)).isEmpty();
        assertThat(road(watched, elsewhere)).isEmpty();
        assertThat(road(watched, webhook)).isEmpty();
        assertThat(road(elsewhere)).isEmpty();
    }

    private static Optional<String> road(ContactChannel... channels) {
        return ContactRules.brokenRoad(List.of(channels), "watched.test"::equals);
    }

    private static ContactChannel channel(ChannelType type, String address) {
        return new ContactChannel(type, address, Optional.empty());
    }

    private static ChannelRequest request(ChannelType type, String address) {
        return new ChannelRequest(type, address, Optional.empty());
    }
}
