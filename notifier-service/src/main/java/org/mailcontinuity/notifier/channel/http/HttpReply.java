package org.mailcontinuity.notifier.channel.http;

import java.time.Duration;
import java.util.Optional;
import org.mailcontinuity.notifier.template.PlainLine;

/** What came of a request. */
public sealed interface HttpReply {

    /**
     * @param retryAfter how long the server wants to be left alone, where it says so
     * @param body its first 64 KiB, as the server wrote it
     */
    record Answered(int status, Optional<Duration> retryAfter, String body) implements HttpReply {
        private static final int LONGEST_START = 200;

        public boolean success() {
            return status >= 200 && status < 300;
        }

        /** Status and the beginning of the body in one plain line, for people. */
        public String said() {
            return (status + " " + PlainLine.of(body, LONGEST_START)).strip();
        }
    }

    /** No answer came: the request may have been handled or not. */
    record Failed(String reason) implements HttpReply {}

    /** The request was not made, since it must not be. */
    record Forbidden(String reason) implements HttpReply {}
}
