package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.mailcontinuity.standalone.installation.Vantage;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The mail of example.test (two MX routes, submission), a second small mail system that has nothing to do with it, and
 * the alert relay with the mailbox that alerts go to, outside example.test. Thread-safe.
 */
final class DemoMailSystem {
    private final Installation installation;
    private final DemoMailSettings settings;
    private final Faults faults = new Faults();
    private final Cuts cuts = new Cuts();
    private final Map<Vantage, InetAddress> addresses = new HashMap<>();
    private final Mailboxes mailboxes;
    private final List<InboundServer> inbound;
    private final List<SMTPServer> others;

    DemoMailSystem(Installation installation, DemoMailSettings settings) throws IOException {
        InstantSource clock = InstantSource.system();
        this.installation = installation;
        this.settings = settings;
        installation
                .vantages()
                .forEach(vantage -> vantage.ownAddress().ifPresent(address -> addresses.put(vantage, address)));
        mailboxes = new Mailboxes(installation.mail().resolve("boxes"), clock);
        inbound = List.of(inbound(MailRoute.MX1, Port.MX1), inbound(MailRoute.MX2, Port.MX2));
        SubmissionServer submission = new SubmissionServer(
                installation.port(Port.SUBMISSION),
                faults,
                cuts,
                mailboxes,
                new ArrivalRelay(this::receiverPorts, clock),
                settings);
        others = List.of(
                submission.server(),
                alertRelay(),
                secondSystem("mx1.elsewhere.test", Port.CONTROL1),
                secondSystem("mx2.elsewhere.test", Port.CONTROL2));
    }

    private InboundServer inbound(MailRoute route, Port port) {
        return new InboundServer(route, installation.port(port), faults, cuts, mailboxes, settings);
    }

    private SMTPServer alertRelay() {
        SSLContext context = settings.good().serverContext();
        return SmtpListener.withAccounts(
                        SmtpListener.builder(
                                new SmtpListener.Place(
                                        "relay." + DemoMailSettings.ALERT_DOMAIN,
                                        installation.port(Port.ALERT_RELAY),
                                        caller -> Door.Treatment.ADMIT),
                                session -> new Incoming(DemoMailSystem::checkAlertRecipient, this::deliver),
                                caller -> context),
                        (username, password, caller) -> username.equals(DemoMailSettings.RELAY_USER)
                                && password.equals(settings.relayPassword()))
                .build();
    }

    private SMTPServer secondSystem(String name, Port port) {
        SSLContext context = settings.good().serverContext();
        return SmtpListener.builder(
                        new SmtpListener.Place(name, installation.port(port), cuts),
                        session -> new Incoming(
                                recipient -> {
                                    throw new RejectException(550, "5.1.1 nobody lives here");
                                },
                                this::deliver),
                        caller -> context)
                .build();
    }

    void start() throws IOException {
        applyAll();
        others.forEach(SMTPServer::start);
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

    private List<Integer> receiverPorts() {
        return installation.vantages().stream()
                .filter(vantage -> !isCut(vantage))
                .map(vantage -> installation.port(Port.PROBE_RECEIVER, vantage))
                .toList();
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    Map<MailRoute, Strike> faults() {
        return faults.all();
    }

    List<String> vantages() {
        return installation.vantages().stream().map(Vantage::name).toList();
    }

    Optional<Vantage> vantage(String name) {
        return installation.vantages().stream()
                .filter(vantage -> vantage.name().equals(name))
                .findFirst();
    }

    /** Where that vantage calls from, if it has an address of its own. */
    Optional<InetAddress> address(Vantage vantage) {
        return Optional.ofNullable(addresses.get(vantage));
    }

    List<String> cutVantages() {
        return installation.vantages().stream()
                .filter(this::isCut)
                .map(Vantage::name)
                .toList();
    }

    private boolean isCut(Vantage vantage) {
        return address(vantage).filter(cuts::isCut).isPresent();
    }

    /** Drops all that comes from that address, until it is joined again. */
    void cut(InetAddress vantage) {
        cuts.cut(vantage);
    }

    void join(InetAddress vantage) {
        cuts.join(vantage);
    }

    /** Breaks the routes that the fault strikes, or the one named; earlier faults go. */
    synchronized void breakDown(Strike strike, Optional<MailRoute> only) throws IOException {
        faults.clear();
        strike.fault().routes().stream()
                .filter(route -> only.isEmpty() || only.get() == route)
                .forEach(route -> faults.set(route, strike));
        applyAll();
    }

    /** Mends what is broken and joins what is cut. */
    synchronized void recover() throws IOException {
        faults.clear();
        cuts.joinAll();
        applyAll();
    }

    private void applyAll() throws IOException {
        for (InboundServer server : inbound) {
            server.apply();
        }
    }
}
