package org.mailcontinuity.events.contact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.QuietHours;

/**
 * A contact as a caller wants it.
 *
 * @param locale the language of messages (default {@code en})
 * @param timeZone an IANA zone (default {@code UTC})
 * @param channels in the order in which they are tried
 * @param quietHours when the person is not to be disturbed, and by what all the same
 */
@Schema(example = """
                {"name": "Ada Lovelace", "locale": "en", "timeZone": "Europe/London",
                 "channels": [{"type": "EMAIL", "address": "ada@elsewhere.example"},
                              {"type": "SMS", "address": "+44 20 7946 0958"}],
                 "quietHours": {"spans": [{"from": "22:00", "until": "06:30"}], "breakThrough": ["DOWN"]}}
                """)
public record ContactRequest(
        @NotBlank @Size(max = 100) String name,
        String locale,
        String timeZone,
        @Size(min = 1, max = 10) List<@Valid ChannelRequest> channels,
        Optional<QuietHours> quietHours) {

    public ContactRequest {
        locale = Require.orElse(locale, "en");
        timeZone = Require.orElse(timeZone, "UTC");
        channels = Require.list("channels", channels, 10);
        quietHours = Require.orElse(quietHours, Optional.empty());
    }

    static ContactRequest of(Contact contact) {
        return new ContactRequest(
                contact.name(),
                contact.locale(),
                contact.timeZone(),
                contact.channels().stream().map(ChannelRequest::of).toList(),
                contact.quietHours());
    }
}
