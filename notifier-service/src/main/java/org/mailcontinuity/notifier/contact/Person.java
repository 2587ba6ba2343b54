package org.mailcontinuity.notifier.contact;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody to be told.
 *
 * @param addresses in the order in which they are tried
 */
public record Person(UUID contactId, String name, Locale locale, ZoneId zone, List<Address> addresses) {}
