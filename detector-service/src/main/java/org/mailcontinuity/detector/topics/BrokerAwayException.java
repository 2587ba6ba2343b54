package org.mailcontinuity.detector.topics;

/** The broker did not answer, or refused to. */
public final class BrokerAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerAwayException(Throwable cause) {
        super("the broker does not answer: " + cause, cause);
    }
}
