package org.mailcontinuity.events.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.event.NoticeWording;

/**
 * Who is told of an event's start and end, and how.
 *
 * @param contactIds stakeholders
 * @param contactGroupIds contact groups whose members are stakeholders too
 * @param users whether those whom the event covers are told as well
 * @param sms whether all of them are told by SMS too, where a number is known
 * @param wording a sentence of the operator's own, where no language of {@code wordings} fits
 * @param wordings sentences of the operator's own, one for each language
 */
public record EventNotices(
        boolean atStart,
        boolean atEnd,
        List<UUID> contactIds,
        List<UUID> contactGroupIds,
        boolean users,
        boolean sms,
        Optional<String> wording,
        List<NoticeWording> wordings) {
    static final int MOST_CONTACTS = 500;

    public EventNotices {
        contactIds = List.copyOf(contactIds);
        contactGroupIds = List.copyOf(contactGroupIds);
        wordings = List.copyOf(wordings);
    }

    /**
     * To the colleagues who were told of an alert, at the start and at the end of the event that answers it.
     *
     * @param users whether those whom the event covers are told as well
     */
    public static EventNotices toColleagues(List<UUID> contactIds, boolean users) {
        return new EventNotices(
                true,
                true,
                contactIds.stream().distinct().limit(MOST_CONTACTS).toList(),
                List.of(),
                users,
                false,
                Optional.empty(),
                List.of());
    }
}
