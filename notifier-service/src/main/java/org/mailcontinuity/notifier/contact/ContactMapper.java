package org.mailcontinuity.notifier.contact;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;

/** Reads the published contact. Channels that a later release knows and this one does not are left out. */
final class ContactMapper {
    private ContactMapper() {}

    static Person person(Contact contact) {
        return new Person(
                contact.contactId(),
                contact.name(),
                Locale.forLanguageTag(contact.locale()),
                zone(contact.timeZone()),
                contact.channels().stream()
                        .filter(channel -> channel.type() != ChannelType.UNKNOWN)
                        .map(ContactMapper::address)
                        .toList(),
                contact.quietHours());
    }

    private static Address address(ContactChannel channel) {
        return new Address(channel.type().name(), channel.address(), channel.credential());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
