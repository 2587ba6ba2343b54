package org.mailcontinuity.contracts.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Require;

/**
 * One road to a person.
 *
 * @param address an email address, a phone number in E.164 form, or an https URL; for a service, its key or topic
 * @param credential names the notifier's secret for it, such as a webhook's signing key
 * @param verifiedAt when the person proved that the address is theirs; absent = not proved, and used all the same
 */
public record ContactChannel(
        ChannelType type, String address, Optional<String> credential, Optional<Instant> verifiedAt) {
    public ContactChannel {
        Require.present("channels.type", type);
        Require.text("channels.address", address, 1, 2000);
        Require.optionalText("channels.credential", credential, 100);
        verifiedAt = Require.orElse(verifiedAt, Optional.empty());
    }

    /** One that is not verified. */
    public ContactChannel(ChannelType type, String address, Optional<String> credential) {
        this(type, address, credential, Optional.empty());
    }

    /** Names the address without telling it: the same for the same type and address. */
    public UUID addressId() {
        return DerivedId.of("address", type, address);
    }
}
