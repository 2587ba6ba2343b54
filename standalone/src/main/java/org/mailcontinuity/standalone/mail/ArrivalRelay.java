package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Logger;
import org.subethamail.smtp.client.SMTPException;
import org.subethamail.smtp.client.SmartClient;

/** Carries mail from example.test to the probe's receiver, as a mail server of the organisation would. */
final class ArrivalRelay {
    private static final Logger LOG = Logger.getLogger(ArrivalRelay.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration GIVE_UP = Duration.ofMinutes(1);
    private static final DateTimeFormatter RFC_5322 = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final int receiverPort;
    private final InstantSource clock;

    ArrivalRelay(int receiverPort, InstantSource clock) {
        this.receiverPort = receiverPort;
        this.clock = clock;
    }

    /** Sends after the delay, again and again for a minute when the receiver is away; returns at once. */
    void send(String sender, String recipient, byte[] content, Duration delay) {
        byte[] relayed = withReceivedLine(content);
        Thread.ofVirtual().name("relay").start(() -> {
            try {
                Thread.sleep(delay);
                carry(sender, recipient, relayed);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void carry(String sender, String recipient, byte[] content) throws InterruptedException {
        Instant end = clock.instant().plus(GIVE_UP);
        while (clock.instant().isBefore(end)) {
            try {
                attempt(sender, recipient, content);
                return;
            } catch (SMTPException e) {
                if (e.getResponse().getCode() >= 500) {
                    LOG.warning("the receiver refuses: " + e.getMessage());
                    return;
                }
            } catch (IOException e) {
                LOG.fine("the receiver is away: " + e.getMessage());
            }
            Thread.sleep(PAUSE);
        }
        LOG.warning("the receiver stays away; a message is dropped");
    }

    private void attempt(String sender, String recipient, byte[] content) throws IOException {
        SmartClient client = SmartClient.createAndConnect("127.0.0.1", receiverPort, "mail." + DemoMailSettings.DOMAIN);
        try {
            client.from(sender);
            client.to(recipient);
            client.dataStart();
            client.dataWrite(content);
            client.dataEnd();
        } finally {
            client.quit();
        }
    }

    /** Line ends become CR LF, so that nothing the sender wrote is read as the end of a message (SMTP smuggling). */
    private byte[] withReceivedLine(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1).replaceAll("\r\n|\r|\n", "\r\n");
        String received = "Received: from [127.0.0.1] by mail." + DemoMailSettings.DOMAIN + " with ESMTPSA; "
                + RFC_5322.format(clock.instant()) + "\r\n";
        return (received + text).getBytes(StandardCharsets.ISO_8859_1);
    }
}
