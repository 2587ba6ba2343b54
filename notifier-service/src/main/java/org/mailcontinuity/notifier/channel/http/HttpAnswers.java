package org.mailcontinuity.notifier.channel.http;

import org.mailcontinuity.notifier.channel.Attempt;

/** What a server's answer means where its protocol says nothing of its own. */
public final class HttpAnswers {
    private HttpAnswers() {}

    /**
     * 2xx is confirmed. 408, 425, 429 and 5xx are put off. 404 and 410 say that the address leads nowhere. All else, also
     * a redirect, refuses this message.
     */
    public static Attempt.Answer of(HttpReply.Answered reply) {
        if (reply.success()) {
            return new Attempt.Accepted(reply.said(), true);
        }
        int status = reply.status();
        if (status == 404 || status == 410) {
            return Attempt.Refused.badAddress(reply.said());
        }
        boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
        return later ? new Attempt.PutOff(reply.said(), reply.retryAfter()) : Attempt.Refused.thisMessage(reply.said());
    }
}
