package org.mailcontinuity.events.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.address.EmailAddress;

/** Addresses as people write them, brought into the one form in which they are stored. */
final class ChannelAddress {
    private static final String NO_REGION = "ZZ";

    private ChannelAddress() {}

    /** {@code channel} with its address in stored form; empty where the address breaks the rule of its type. */
    static Optional<ContactChannel> stored(ContactChannel channel) {
        return address(channel.type(), channel.address().strip())
                .map(address -> new ContactChannel(channel.type(), address, channel.credential()));
    }

    /** The rule for the addresses of a type, as a sentence. */
    static String rule(ChannelType type) {
        return switch (type) {
            case EMAIL -> "must be an email address, such as ada@example.org";
            case SMS -> "must be a valid phone number with its country code, such as +44 20 7946 0958";
            case WEBHOOK, SLACK, TEAMS, PAGERDUTY, OPSGENIE, NTFY, ALERTMANAGER ->
                "must be an https URL without user name or fragment (http for this machine only)";
            case UNKNOWN ->
                "must have a type of EMAIL, SMS, WEBHOOK, SLACK, TEAMS, PAGERDUTY, OPSGENIE, NTFY or ALERTMANAGER";
        };
    }

    private static Optional<String> address(ChannelType type, String written) {
        return switch (type) {
            case EMAIL -> EmailAddress.parse(written).map(EmailAddress::toString);
            case SMS -> phone(written);
            case WEBHOOK, SLACK, TEAMS, PAGERDUTY, OPSGENIE, NTFY, ALERTMANAGER -> url(written);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** E.164, the form that every carrier takes. */
    private static Optional<String> phone(String written) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(written, NO_REGION);
            return numbers.isValidNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
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
