package org.mailcontinuity.notifier.contact;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.contact.QuietHours;

/**
 * Somebody to be told.
 *
 * @param addresses in the order in which they are tried
 * @param quietHours when the person is not to be disturbed
 */
public record Person(
        UUID contactId,
        String name,
        Locale locale,
        ZoneId zone,
        List<Address> addresses,
        Optional<QuietHours> quietHours) {}
