package org.mailcontinuity.events.inbox;

import org.mailcontinuity.contracts.Topic;

/**
 * What a feature does with the messages of a topic. A bean of this type is found and fed by {@link InboxJob}: one
 * message after the other, in the order of each partition, each exactly once as far as the database is concerned.
 */
public interface OrderedConsumer {
    /** The topic it reads. No two consumers read the same one. */
    Topic topic();

    /**
     * Handles one message. Runs in a transaction which also notes the message's id. Throws only where the database is
     * away (the message is tried again, without end) or on a bug (the consumer stops and says so): what a message may
     * wrongly say is refused by its record, before it gets here.
     */
    void handle(Received received);

    /**
     * Whether the messages that were read at once share one transaction. For topics with many small messages, where a
     * transaction each would cost more than the work.
     */
    default boolean together() {
        return false;
    }
}
