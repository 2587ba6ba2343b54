package org.mailcontinuity.contracts.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * A person and the addresses that reach them.
 *
 * @param revision grows with every change
 * @param name 1 to 100 characters
 * @param locale the language of messages, such as {@code en} or {@code de-AT} (default {@code en})
 * @param timeZone an IANA zone in which times are shown (default {@code UTC})
 * @param channels in the order in which they are tried, 1 to 10
 * @param quietHours when the person is not to be disturbed
 */
public record Contact(
        UUID contactId,
        long revision,
        String name,
        String locale,
        String timeZone,
        List<ContactChannel> channels,
        Optional<QuietHours> quietHours)
        implements Message {
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

    public Contact {
        Require.present("contactId", contactId);
        Require.range("revision", revision, 1, Long.MAX_VALUE);
        Require.text("name", name, 1, 100);
        locale = Require.orElse(locale, "en");
        Require.matching("locale", locale, LOCALE, "must be a language tag such as en or de-AT");
        timeZone = Require.orElse(timeZone, "UTC");
        Require.text("timeZone", timeZone, 1, 50);
        channels = Require.list("channels", channels, 10);
        Require.range("channels", channels.size(), 1, 10);
        quietHours = Require.orElse(quietHours, Optional.empty());
    }

    /** One who may be disturbed at any time. */
    public Contact(
            UUID contactId, long revision, String name, String locale, String timeZone, List<ContactChannel> channels) {
        this(contactId, revision, name, locale, timeZone, channels, Optional.empty());
    }

    @Override
    public String key() {
        return contactId.toString();
    }
}
