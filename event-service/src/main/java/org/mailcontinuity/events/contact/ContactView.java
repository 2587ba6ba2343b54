package org.mailcontinuity.events.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.QuietHours;
import org.mailcontinuity.events.proof.Proof;

/** A contact as the API shows it. */
record ContactView(
        UUID contactId,
        long revision,
        String name,
        String locale,
        String timeZone,
        List<ChannelView> channels,
        Optional<QuietHours> quietHours,
        Instant createdAt,
        Instant updatedAt) {

    /** Without what is known of the addresses. */
    static ContactView of(StoredContact stored) {
        return of(stored, List.of());
    }

    static ContactView of(StoredContact stored, List<Proof> proofs) {
        Contact contact = stored.contact();
        Map<UUID, Proof> known = proofs.stream().collect(Collectors.toMap(Proof::addressId, Function.identity()));
        return new ContactView(
                contact.contactId(),
                contact.revision(),
                contact.name(),
                contact.locale(),
                contact.timeZone(),
                contact.channels().stream()
                        .map(channel -> ChannelView.of(channel, Optional.ofNullable(known.get(channel.addressId()))))
                        .toList(),
                contact.quietHours(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
