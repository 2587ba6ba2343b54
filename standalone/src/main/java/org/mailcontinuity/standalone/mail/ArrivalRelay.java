package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.subethamail.smtp.client.SMTPException;
import org.subethamail.smtp.client.SmartClient;

/**
 * Carries mail from example.test to the probe, as a mail server of the organisation would. Each vantage has a receiver;
 * they are tried in turn, as MX hosts of the same preference are.
 */
final class ArrivalRelay {
    private static final Logger LOG = Logger.getLogger(ArrivalRelay.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration GIVE_UP = Duration.ofMinutes(1);
    private static final DateTimeFormatter RFC_5322 = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Supplier<List<Integer>> receiverPorts;
    private final InstantSource clock;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param receiverPorts where a receiver can be reached now */
    ArrivalRelay(Supplier<List<Integer>> receiverPorts, InstantSource clock) {
        this.receiverPorts = receiverPorts;
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
            for (int port : inTurn()) {
                if (settled(port, sender, recipient, content)) {
                    return;
                }
            }
            Thread.sleep(PAUSE);
        }
        LOG.warning("all receivers stay away; a message is dropped");
    }

    private List<Integer> inTurn() {
        List<Integer> ports = new ArrayList<>(receiverPorts.get());
        Collections.rotate(ports, turn.getAndIncrement());
        return ports;
    }

    private static boolean settled(int port, String sender, String recipient, byte[] content) {
        try {
            attempt(port, sender, recipient, content);
            return true;
        } catch (SMTPException e) {
            if (e.getResponse().getCode() >= 500) {
                LOG.warning("the receiver refuses: " + e.getMessage());
                return true;
            }
        } catch (IOException e) {
            LOG.fine("the receiver is away: " + e.getMessage());
        }
        return false;
    }

    private static void attempt(int port, String sender, String recipient, byte[] content) throws IOException {
        SmartClient client = SmartClient.createAndConnect("127.0.0.1", port, "mail." + DemoMailSettings.DOMAIN);
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
