package org.mailcontinuity.testbed.smtp;

/** The points of an SMTP dialogue at which a script may act, in the order in which they come (RFC 5321, 3207, 4954). */
public enum SmtpStage {
    GREETING,
    EHLO,
    STARTTLS,
    AUTH,
    MAIL,
    RCPT,
    /** The answer to the {@code DATA} command. */
    DATA,
    /** The answer to the end of the message's content. */
    CONTENT,
    RSET,
    QUIT
}
