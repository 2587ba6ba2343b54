package org.mailcontinuity.notifier.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** Finds the report in a message: a {@code multipart/report} of the type {@code delivery-status}. All else is none. */
final class ReportMapper {
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int MOST_PARTS = 5;
    private static final int LONGEST = 65_536;

    private ReportMapper() {}

    static Optional<DeliveryStatus> status(byte[] message) {
        try {
            MimeMessage report = new MimeMessage(SESSION, new ByteArrayInputStream(message));
            ContentType type = new ContentType(report.getContentType());
            if (!type.match("multipart/report")
                    || !"delivery-status".equalsIgnoreCase(type.getParameter("report-type"))) {
                return Optional.empty();
            }
            MimeMultipart parts = new MimeMultipart(report.getDataHandler().getDataSource());
            for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
                Part part = parts.getBodyPart(i);
                if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                    byte[] fields = part.getInputStream().readNBytes(LONGEST);
                    return DeliveryStatus.parse(new String(fields, StandardCharsets.UTF_8));
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException | IllegalArgumentException _) {
            return Optional.empty(); // whoever sent it, it is no report that can be read
        }
    }
}
