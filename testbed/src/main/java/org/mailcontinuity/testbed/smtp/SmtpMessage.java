package org.mailcontinuity.testbed.smtp;

import java.util.List;

/**
 * A message that a server was given.
 *
 * @param sender the address of MAIL FROM, empty for a bounce
 * @param recipients the addresses of RCPT TO that were accepted
 * @param content header and body with CR LF line ends and the dots of RFC 5321 section 4.5.2 taken out, read as ISO 8859-1
 */
public record SmtpMessage(String sender, List<String> recipients, String content) {
    public SmtpMessage {
        recipients = List.copyOf(recipients);
    }
}
