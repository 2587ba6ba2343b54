package org.mailcontinuity.notifier.sms;

import org.mailcontinuity.notifier.channel.Attempt;

/** Somebody who takes SMS from us. May be called from many threads at once; never throws for what the other side does. */
public interface SmsProvider extends AutoCloseable {
    /** The operator's name for it, under which attempts and receipts are kept. */
    String name();

    /** Whether it can be asked now, as far as known. */
    boolean up();

    /** Hands over all segments of the text, but for those that {@link Submissions} knows to be taken. */
    Attempt.Answer send(Sms sms);

    @Override
    void close();
}
