package org.mailcontinuity.standalone.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** A message of a mailbox as a reader sees it; the text is the plain one where there are two. */
public record MessageView(String id, String receivedAt, String from, String subject, String text) {
    private static final Session SESSION = Session.getInstance(new Properties());

    static MessageView of(Mailboxes.Stored stored) {
        try {
            MimeMessage message = new MimeMessage(
                    SESSION, new ByteArrayInputStream(stored.content().getBytes(StandardCharsets.ISO_8859_1)));
            return new MessageView(
                    stored.id(),
                    stored.receivedAt().toString(),
                    addresses(message.getFrom()),
                    Optional.ofNullable(message.getSubject()).orElse("(no subject)"),
                    text(message).orElse(""));
        } catch (MessagingException | IOException e) {
            return new MessageView(
                    stored.id(),
                    stored.receivedAt().toString(),
                    "",
                    "(cannot be read)",
                    String.valueOf(e.getMessage()));
        }
    }

    private static String addresses(Address[] addresses) {
        return Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }

    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> text = text(parts.getBodyPart(i));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }
}
