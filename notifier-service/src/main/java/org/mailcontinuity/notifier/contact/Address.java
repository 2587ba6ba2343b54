package org.mailcontinuity.notifier.contact;

import java.util.Optional;

/**
 * One address of a person.
 *
 * @param channel the name of the channel that reaches it, such as {@code EMAIL}
 * @param value an email address, a phone number or a URL
 * @param credential names the secret that the channel needs for it
 */
public record Address(String channel, String value, Optional<String> credential) {

    /** Whether both reach the same place, by whichever secret. */
    public boolean reaches(Address other) {
        return channel.equals(other.channel) && value.equals(other.value);
    }
}
