package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.notifier.bounce.BounceJob;
import org.mailcontinuity.testbed.smtp.SmtpMessage;

/** What a mail server reports later counts. */
@QuarkusTest
@QuarkusTestResource(NotifierStack.class)
class BounceIT {
    @SuppressWarnings("NullAway.Init") // set by the test resource
    NotifierStack.Peers peers;

    @Inject
    BounceJob bounces;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private TestWorld world;

    @BeforeEach
    void open() {
        world = new TestWorld(peers, database, bootstrapServers);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void reportOfAFailureMarksTheAddressAndBringsTheNextStepAtOnce() throws IOException {
        UUID ada = world.contact("en");
        UUID bob = world.contact("en");
        TestAlert alert = new TestAlert().step(0, ada).step(60, bob);
        world.topics().write(alert.firing());
        SmtpMessage mail = world.awaitMails(ada, 1).getFirst();
        world.awaitNotifications(alert, 1);

        report(mail.sender(), "failed", "5.1.1");
        world.awaitMails(bob, 1);
        NotificationAttempted told = world.awaitNotifications(alert, 2).get(1);
        assertThat(told.outcome()).isEqualTo(AttemptOutcome.FAILED);
        assertThat(told.badAddress()).isTrue();
        assertThat(told.reply()).hasValueSatisfying(reply -> assertThat(reply).contains("User unknown"));
    }

    @Test
    void reportOfADeliveryConfirmsIt() throws IOException {
        UUID ada = world.contact("en");
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());
        report(world.awaitMails(ada, 1).getFirst().sender(), "delivered", "2.0.0");
        assertThat(world.awaitNotifications(alert, 2).getLast().outcome()).isEqualTo(AttemptOutcome.CONFIRMED);
    }

    /** Says it to the receiver of reports, as a mail server does. */
    private void report(String to, String action, String status) throws IOException {
        String report = String.join(
                "\r\n",
                "Subject: report",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.people.test",
                "",
                "Final-Recipient: rfc822; ada@people.test",
                "Action: " + action,
                "Status: " + status,
                "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
                "",
                "--b--",
                ".");
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), bounces.port().orElseThrow())) {
            Scanner in = new Scanner(socket.getInputStream(), StandardCharsets.US_ASCII);
            PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            for (String line :
                    new String[] {"HELO mx", "MAIL FROM:<>", "RCPT TO:<" + to + ">", "DATA", report, "QUIT"}) {
                assertThat(in.nextLine()).matches("[23]\\d\\d .*");
                out.print(line + "\r\n");
                out.flush();
            }
            assertThat(in.nextLine()).startsWith("221");
        }
    }
}
