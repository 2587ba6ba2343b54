package org.mailcontinuity.contracts.event;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Require;

/**
 * Who is told of an event's start and end.
 *
 * @param atStart whether they are told when it starts
 * @param atEnd whether they are told when it ends
 * @param contactIds who, at most 500
 * @param wording a sentence of the operator's own, put into the notice
 */
public record Notices(boolean atStart, boolean atEnd, List<UUID> contactIds, Optional<String> wording) {
    public Notices {
        contactIds = Require.list("notices.contactIds", contactIds, 500);
        Require.optionalText("notices.wording", wording, 2000);
    }
}
