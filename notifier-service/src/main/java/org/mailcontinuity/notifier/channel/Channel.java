package org.mailcontinuity.notifier.channel;

import java.util.List;

/**
 * A kind of road to people. May be called from many threads at once.
 *
 * <p>A channel asks its ways (relays, providers) in order until one answers for good, and never throws for what the other
 * side does: that is an answer.
 */
public interface Channel {
    /** The channel's name, as contacts use it: {@code EMAIL}, {@code WEBHOOK}. */
    String name();

    /** Whether people read each message, so that many at once are better told in one. */
    default boolean readByPeople() {
        return true;
    }

    /** Whether it keeps incidents of its own, and is told when somebody has taken one. */
    default boolean hearsAcknowledgements() {
        return false;
    }

    /**
     * Sends once. The same outgoing message may be sent again after a crash: the id goes along, so that the receiver can
     * drop the twin.
     *
     * @return what was tried, in order, at least one; the last one is the verdict
     */
    List<Attempt> send(Outgoing outgoing);
}
