package org.mailcontinuity.events.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is told of an event's start and end.
 *
 * @param contactIds who; nobody where empty
 * @param wording a sentence of the operator's own
 */
public record EventNotices(boolean atStart, boolean atEnd, List<UUID> contactIds, Optional<String> wording) {
    public static final EventNotices NONE = new EventNotices(false, false, List.of(), Optional.empty());

    public EventNotices {
        contactIds = List.copyOf(contactIds);
    }
}
