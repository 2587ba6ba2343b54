package org.mailcontinuity.events.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;

/**
 * A road to a person as a caller wants it.
 *
 * @param address an email address, a phone number with its country code, or an https URL
 * @param credential names the notifier's secret for it
 */
@Schema(
        example =
                "{\"type\": \"WEBHOOK\", \"address\": \"https://hooks.example/continuity\", \"credential\": \"ada-hook\"}")
public record ChannelRequest(
        @NotNull ChannelType type,
        @NotNull @Size(min = 1, max = 2000) String address,
        Optional<@Size(min = 1, max = 100) String> credential) {
    public ChannelRequest {
        credential = Require.orElse(credential, Optional.empty());
    }

    static ChannelRequest of(ContactChannel channel) {
        return new ChannelRequest(channel.type(), channel.address(), channel.credential());
    }
}
