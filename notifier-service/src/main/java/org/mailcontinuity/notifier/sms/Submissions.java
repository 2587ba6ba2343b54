package org.mailcontinuity.notifier.sms;

import java.util.Set;
import java.util.UUID;

/**
 * What providers took, segment by segment, kept as soon as they say so: a message that is sent again, after a crash or
 * because its second segment was put off, goes on where it stopped.
 */
public interface Submissions {
    /** The segments of the message, from 0, that the provider took. */
    Set<Integer> taken(UUID messageId, String provider);

    void take(Submission submission);

    /**
     * A segment that a provider took.
     *
     * @param segment from 0
     * @param segments of how many
     * @param carrierId under which the provider will tell what became of it; empty if it will not
     */
    record Submission(UUID messageId, String provider, int segment, int segments, String number, String carrierId) {}
}
