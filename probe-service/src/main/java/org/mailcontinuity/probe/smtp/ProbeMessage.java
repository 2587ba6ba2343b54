package org.mailcontinuity.probe.smtp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A test message (RFC 5322): small, says what it is, and that nobody need answer it (RFC 3834).
 *
 * @param id of the sample it is sent for; makes its Message-ID
 * @param tokenHeader a field that marks the message as the probe's own
 */
public record ProbeMessage(UUID id, String sender, String recipient, Instant sentAt, Optional<Field> tokenHeader) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A header field. */
    public record Field(String name, String value) {
        public Field {
            if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException("value must be printable ASCII");
            }
        }
    }

    /** The whole message, its lines ended by CRLF. */
    public String content() {
        String senderDomain = sender.substring(sender.lastIndexOf('@') + 1);
        String token = tokenHeader
                .map(field -> field.name() + ": " + field.value() + "\r\n")
                .orElse("");
        return "Date: " + DATE.format(sentAt) + "\r\n"
                + "From: Continuity probe <" + sender + ">\r\n"
                + "To: <" + recipient + ">\r\n"
                + "Message-ID: <" + id + "@" + senderDomain + ">\r\n"
                + "Subject: Mail flow test " + id + "\r\n"
                + "Auto-Submitted: auto-generated\r\n"
                + "Precedence: bulk\r\n"
                + "X-Auto-Response-Suppress: All\r\n"
                + token
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=us-ascii\r\n"
                + "\r\n"
                + "This message tests whether mail gets through. It can be deleted.\r\n";
    }
}
