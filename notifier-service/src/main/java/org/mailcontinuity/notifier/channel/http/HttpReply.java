package org.mailcontinuity.notifier.channel.http;

import java.time.Duration;
import java.util.Optional;

/** What came of a request. */
public sealed interface HttpReply {

    /**
     * @param retryAfter how long the server wants to be left alone, where it says so in seconds
     * @param start the first characters of the body
     */
    record Answered(int status, Optional<Duration> retryAfter, String start) implements HttpReply {}

    /** No answer came: the request may have been handled or not. */
    record Failed(String reason) implements HttpReply {}

    /** The request was not made, since it must not be. */
    record Forbidden(String reason) implements HttpReply {}
}
