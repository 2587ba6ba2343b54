package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Where the users of example.test hand in their mail: to each other, or to the probe's own domain. */
final class SubmissionServer {
    private static final String PROBE_DOMAIN = "@probe.test";
    private static final Duration SLOWNESS = Duration.ofSeconds(8);

    private final Faults faults;
    private final Mailboxes mailboxes;
    private final ArrivalRelay relay;
    private final String password;
    private final SMTPServer server;

    SubmissionServer(
            int port, Faults faults, Door door, Mailboxes mailboxes, ArrivalRelay relay, DemoMailSettings settings) {
        this.faults = faults;
        this.mailboxes = mailboxes;
        this.relay = relay;
        this.password = settings.submissionPassword();
        SSLContext context = settings.good().serverContext();
        this.server = SmtpListener.withAccounts(
                        SmtpListener.builder(
                                new SmtpListener.Place("mail." + DemoMailSettings.DOMAIN, port, door),
                                session -> new Incoming(
                                        SubmissionServer::checkRecipient,
                                        (sender, recipients, content) ->
                                                take(sender, recipients, content, SmtpListener.caller(session))),
                                caller -> context),
                        this::accepts)
                .build();
    }

    SMTPServer server() {
        return server;
    }

    private boolean accepts(String username, String given, InetAddress caller) {
        return !faults.at(MailRoute.SUBMISSION, Fault.AUTH, caller)
                && username.equals(DemoMailSettings.SUBMISSION_USER)
                && given.equals(password);
    }

    private static void checkRecipient(String recipient) throws RejectException {
        if (!recipient.endsWith(PROBE_DOMAIN) && !recipient.endsWith("@" + DemoMailSettings.DOMAIN)) {
            throw new RejectException(550, "5.7.1 this demo sends to probe.test and example.test only");
        }
    }

    private void take(String sender, List<String> recipients, byte[] content, InetAddress caller) throws IOException {
        if (faults.at(MailRoute.SUBMISSION, Fault.LOST, caller)) {
            return; // accepted with 250 and lost: that is the fault
        }
        Duration delay = faults.at(MailRoute.SUBMISSION, Fault.SLOW, caller) ? SLOWNESS : Duration.ZERO;
        for (String recipient : recipients) {
            if (recipient.endsWith(PROBE_DOMAIN)) {
                relay.send(sender, recipient, content, delay);
            } else {
                mailboxes.deliver(recipient, content);
            }
        }
    }
}
