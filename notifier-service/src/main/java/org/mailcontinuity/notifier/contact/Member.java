package org.mailcontinuity.notifier.contact;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A member of a user group, as notices reach them.
 *
 * @param address their own, in a domain whose mail may not flow just now
 * @param otherEmail one elsewhere
 */
public record Member(
        UUID id,
        String address,
        Optional<String> name,
        Optional<String> phone,
        Optional<String> otherEmail,
        Optional<String> language) {

    /** The other address where there is one, else their own; and their phone. In that order. */
    List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        String email = otherEmail.orElse(address);
        if (!email.startsWith("@")) {
            addresses.add(new Address("EMAIL", email, Optional.empty()));
        }
        phone.ifPresent(number -> addresses.add(new Address("SMS", number, Optional.empty())));
        return List.copyOf(addresses);
    }

    Person person() {
        return new Person(
                id,
                name.orElse(address),
                Locale.forLanguageTag(language.orElse("en")),
                ZoneOffset.UTC,
                addresses(),
                Optional.empty());
    }
}
