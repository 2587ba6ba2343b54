package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The mail of example.test (two MX routes, submission), a second small mail system that has nothing to do with it, and
 * the alert relay with the mailbox that alerts go to, outside example.test. Thread-safe.
 */
final class DemoMailSystem {
    private final Faults faults = new Faults();
    private final Mailboxes mailboxes;
    private final List<InboundServer> inbound;
    private final SubmissionServer submission;
    private final SMTPServer alertRelay;
    private final SMTPServer secondSystem;

    DemoMailSystem(Installation installation, DemoMailSettings settings) throws IOException {
        InstantSource clock = InstantSource.system();
        mailboxes = new Mailboxes(installation.mail().resolve("boxes"), clock);
        inbound = List.of(
                new InboundServer(MailRoute.MX1, installation.port(Port.MX1), faults, mailboxes, settings),
                new InboundServer(MailRoute.MX2, installation.port(Port.MX2), faults, mailboxes, settings));
        ArrivalRelay relay = new ArrivalRelay(installation.port(Port.PROBE_RECEIVER), clock);
        submission = new SubmissionServer(installation.port(Port.SUBMISSION), faults, mailboxes, relay, settings);
        SSLContext context = settings.good().serverContext();
        alertRelay = SmtpListener.withAccounts(
                        SmtpListener.builder(
                                "relay." + DemoMailSettings.ALERT_DOMAIN,
                                installation.port(Port.ALERT_RELAY),
                                session -> new Incoming(DemoMailSystem::checkAlertRecipient, this::deliver),
                                () -> context),
                        (username, password) -> username.equals(DemoMailSettings.RELAY_USER)
                                && password.equals(settings.relayPassword()))
                .build();
        secondSystem = SmtpListener.builder(
                        "mx.elsewhere.test",
                        installation.port(Port.SECOND_SYSTEM),
                        session -> new Incoming(
                                recipient -> {
                                    throw new RejectException(550, "5.1.1 nobody lives here");
                                },
                                this::deliver),
                        () -> context)
                .build();
    }

    void start() throws IOException {
        for (InboundServer server : inbound) {
            server.apply();
        }
        submission.start();
        alertRelay.start();
        secondSystem.start();
    }

    private static void checkAlertRecipient(String recipient) throws RejectException {
        if (!recipient.endsWith("@" + DemoMailSettings.ALERT_DOMAIN)) {
            throw new RejectException(550, "5.7.1 this relay serves " + DemoMailSettings.ALERT_DOMAIN + " only");
        }
    }

    private void deliver(String sender, List<String> recipients, byte[] content) throws IOException {
        for (String recipient : recipients) {
            mailboxes.deliver(recipient, content);
        }
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    Map<MailRoute, Fault> faults() {
        return faults.all();
    }

    /** Breaks the routes that the fault strikes, or the one named; earlier faults go. */
    synchronized void breakDown(Fault fault, Optional<MailRoute> only) throws IOException {
        faults.clear();
        fault.routes().stream()
                .filter(route -> only.isEmpty() || only.get() == route)
                .forEach(route -> faults.set(route, fault));
        applyAll();
    }

    synchronized void recover() throws IOException {
        faults.clear();
        applyAll();
    }

    private void applyAll() throws IOException {
        for (InboundServer server : inbound) {
            server.apply();
        }
    }
}
