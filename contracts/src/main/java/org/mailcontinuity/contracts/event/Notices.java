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
 * @param contactIds the stakeholders who are told, at most 500: contacts named, and the members of contact groups named
 * @param wording a sentence of the operator's own, put into the notice where no language of {@code wordings} fits
 * @param wordings sentences of the operator's own by language, at most 20
 * @param audienceIds the user groups whose members are told, at most 100: keys of continuity.audiences
 * @param sms whether they are told by SMS too, where a number is known
 */
public record Notices(
        boolean atStart,
        boolean atEnd,
        List<UUID> contactIds,
        Optional<String> wording,
        List<NoticeWording> wordings,
        List<UUID> audienceIds,
        Boolean sms) {
    public Notices {
        contactIds = Require.list("notices.contactIds", contactIds, 500);
        Require.optionalText("notices.wording", wording, 2000);
        wordings = Require.list("notices.wordings", wordings, 20);
        audienceIds = Require.list("notices.audienceIds", audienceIds, 100);
        sms = Require.orElse(sms, Boolean.FALSE);
    }

    /** For stakeholders alone. */
    public Notices(boolean atStart, boolean atEnd, List<UUID> contactIds, Optional<String> wording) {
        this(atStart, atEnd, contactIds, wording, List.of(), List.of(), false);
    }
}
