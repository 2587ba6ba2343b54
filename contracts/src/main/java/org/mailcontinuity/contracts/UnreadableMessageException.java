package org.mailcontinuity.contracts;

/**
 * A record that no reader can use, now or later: it belongs on the dead-letter topic, with this exception's message as
 * the cause.
 */
public final class UnreadableMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableMessageException(String cause) {
        super(cause);
    }

    public UnreadableMessageException(String cause, Throwable throwable) {
        super(cause, throwable);
    }
}
