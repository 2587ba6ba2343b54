package org.mailcontinuity.contracts.contact;

import java.util.Optional;
import org.mailcontinuity.contracts.Require;

/**
 * One road to a person.
 *
 * @param address an email address, a phone number in E.164 form, or an https URL
 * @param credential names the notifier's secret for it, such as a webhook's signing key
 */
public record ContactChannel(ChannelType type, String address, Optional<String> credential) {
    public ContactChannel {
        Require.present("channels.type", type);
        Require.text("channels.address", address, 1, 2000);
        Require.optionalText("channels.credential", credential, 100);
    }
}
