package org.mailcontinuity.probe.smtp;

/** How far a dialogue goes. */
public enum Reach {
    /** Up to the greeting. */
    GREETING,
    /** Up to the reply to RCPT: no message is sent. */
    RECIPIENT,
    /** Up to the reply to the end of the message. */
    MESSAGE
}
