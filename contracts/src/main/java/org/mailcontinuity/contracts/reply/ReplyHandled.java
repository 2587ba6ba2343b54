package org.mailcontinuity.contracts.reply;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * What came of a contact's answer.
 *
 * @param at when it was done, or refused
 * @param until when the event that was started or was there before ends, or when the alert speaks again
 */
public record ReplyHandled(
        UUID replyId, UUID alertId, UUID contactId, ReplyOutcome outcome, Instant at, Optional<Instant> until)
        implements Message {

    public ReplyHandled {
        Require.present("replyId", replyId);
        Require.present("alertId", alertId);
        Require.present("contactId", contactId);
        Require.present("outcome", outcome);
        Require.present("at", at);
    }

    /** The answer's own id: the alert's latest state keeps its place on the compacted topic. */
    @Override
    public String key() {
        return replyId.toString();
    }
}
