package org.mailcontinuity.notifier.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.channel.dkim.DkimSigner;

/**
 * Makes emails of notices: plain text and HTML, one thread a subject, marked as automatic so that nobody's holiday reply answers
 * (RFC 3834). The Message-ID follows from the delivery, so that the same message sent twice can be told.
 */
public final class EmailMapper {
    /** Stricter than RFC 5321 on purpose: no quoted local part, nothing that could end a line or a command. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    private static final Session SESSION = Session.getInstance(new Properties());

    private final InternetAddress from;
    private final String domain;
    private final DkimSigner signer;
    private final Optional<ReturnPath> returnPath;

    /**
     * @param from who the messages come from, such as {@code Continuity <alerts@example.org>}
     * @param returnPath where reports go; without one, to the sender
     */
    public EmailMapper(String from, DkimSigner signer, Optional<ReturnPath> returnPath) {
        this.signer = signer;
        this.returnPath = returnPath;
        try {
            this.from = new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("continuity.notifier.from must be an email address: " + from, e);
        }
        this.domain = checked(this.from.getAddress()).replaceFirst(".*@", "");
    }

    /** The domain that messages come from. */
    public String domain() {
        return domain;
    }

    /** @throws IllegalArgumentException if the recipient's address cannot be one */
    Email compose(Outgoing outgoing, Instant now) {
        String to = checked(outgoing.address().value());
        try {
            MimeMessage message = new DatedMessage("<" + outgoing.id() + "@" + domain + ">");
            message.setFrom(from);
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(outgoing.wording().subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(java.util.Date.from(now));
            String thread = "<" + outgoing.threadId() + "@" + domain + ">";
            message.setHeader("References", thread);
            message.setHeader("In-Reply-To", thread);
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setContent(alternatives(outgoing));
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return new Email(
                    returnPath.map(path -> path.of(outgoing.id())).orElse(from.getAddress()),
                    to,
                    signer.sign(bytes.toByteArray(), now),
                    returnPath.map(_ -> outgoing.id().toString()));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("no message can be made: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMultipart alternatives(Outgoing outgoing) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(outgoing.wording().text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(outgoing.wording().html(), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static String checked(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("not an email address");
        }
        return address;
    }

    /** A message that keeps the id it is given. */
    private static final class DatedMessage extends MimeMessage {
        private final String messageId;

        DatedMessage(String messageId) {
            super(SESSION);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
