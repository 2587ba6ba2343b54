package org.mailcontinuity.detector.replay;

/** The command was asked for something that it cannot do; the message tells a person what to change. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
