package org.mailcontinuity.events.contact;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.address.EmailAddress;
import org.mailcontinuity.events.address.PhoneNumber;

/** Addresses as people write them, brought into the one form in which they are stored. */
final class ChannelAddress {
    private ChannelAddress() {}

    /** {@code channel} with its address in stored form; empty where the address breaks the rule of its type. */
    static Optional<ContactChannel> stored(ChannelRequest channel) {
        return address(channel.type(), channel.address().strip())
                .map(address -> new ContactChannel(channel.type(), address, channel.credential()));
    }

    /** The rule for the addresses of a type, as a sentence. */
    static String rule(ChannelType type) {
        return switch (type) {
            case EMAIL -> "must be an email address, such as ada@example.org";
            case SMS -> PhoneNumber.RULE;
            case WEBHOOK, SLACK, TEAMS, PAGERDUTY, OPSGENIE, NTFY, ALERTMANAGER ->
                "must be an https URL without user name or fragment (http for this machine only)";
            case UNKNOWN ->
                "must have a type of EMAIL, SMS, WEBHOOK, SLACK, TEAMS, PAGERDUTY, OPSGENIE, NTFY or ALERTMANAGER";
        };
    }

    private static Optional<String> address(ChannelType type, String written) {
        return switch (type) {
            case EMAIL -> EmailAddress.parse(written).map(EmailAddress::toString);
            case SMS -> PhoneNumber.parse(written).map(PhoneNumber::text);
            case WEBHOOK, SLACK, TEAMS, PAGERDUTY, OPSGENIE, NTFY, ALERTMANAGER -> url(written);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<String> url(String written) {
        try {
            URI uri = new URI(written);
            String host = uri.getHost();
            if (host == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                return Optional.empty();
            }
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean safe = scheme.equals("https") || scheme.equals("http") && thisMachine(host);
            return safe ? Optional.of(uri.toString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean thisMachine(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
