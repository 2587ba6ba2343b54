package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** One MX of example.test, with the faults that its route may have. Its state is changed by one thread at a time. */
final class InboundServer {
    private final MailRoute route;
    private final int port;
    private final Faults faults;
    private final Door door;
    private final Mailboxes mailboxes;
    private final SSLContext good;
    private final SSLContext expired;
    private Listening listening = new Closed();

    private sealed interface Listening {}

    private record Open(SMTPServer server) implements Listening {}

    private record Deaf(DeafPort port) implements Listening {}

    private record Closed() implements Listening {}

    InboundServer(MailRoute route, int port, Faults faults, Door door, Mailboxes mailboxes, DemoMailSettings settings) {
        this.route = route;
        this.port = port;
        this.faults = faults;
        this.door = door;
        this.mailboxes = mailboxes;
        this.good = settings.good().serverContext();
        this.expired = settings.expired().serverContext();
    }

    MailRoute route() {
        return route;
    }

    /** Opens, closes or deafens the port as the route's fault asks. */
    synchronized void apply() throws IOException {
        if (faults.everywhere(route, Fault.DOWN)) {
            shut();
        } else if (faults.everywhere(route, Fault.BLACKHOLE)) {
            if (!(listening instanceof Deaf)) {
                shut();
                listening = new Deaf(DeafPort.open(port));
            }
        } else if (!(listening instanceof Open)) {
            shut();
            SMTPServer server = SmtpListener.builder(
                            new SmtpListener.Place(route.word() + "." + DemoMailSettings.DOMAIN, port, this::treat),
                            context -> new Incoming(
                                    recipient -> checkRecipient(recipient, SmtpListener.caller(context)),
                                    this::deliver),
                            this::certificate)
                    .build();
            server.start();
            listening = new Open(server);
        }
    }

    private void shut() throws IOException {
        switch (listening) {
            case Open(SMTPServer server) -> server.stop();
            case Deaf(DeafPort deaf) -> deaf.close();
            case Closed closed -> {}
        }
        listening = new Closed();
    }

    private Door.Treatment treat(InetAddress caller) {
        if (faults.at(route, Fault.BLACKHOLE, caller)) {
            return Door.Treatment.IGNORE;
        }
        return faults.at(route, Fault.DOWN, caller) ? Door.Treatment.REFUSE : door.treat(caller);
    }

    private SSLContext certificate(InetAddress caller) {
        return faults.at(route, Fault.EXPIRED_CERTIFICATE, caller) ? expired : good;
    }

    private void checkRecipient(String recipient, InetAddress caller) throws RejectException {
        if (!recipient.endsWith("@" + DemoMailSettings.DOMAIN)) {
            throw new RejectException(550, "5.7.1 relay access denied");
        }
        if (faults.at(route, Fault.REJECT, caller)) {
            throw new RejectException(550, "5.2.1 mailbox disabled, not accepting messages");
        }
        if (faults.at(route, Fault.TEMPFAIL, caller)) {
            throw new DropConnectionException(421, "4.3.2 system not accepting network messages");
        }
    }

    private void deliver(String sender, List<String> recipients, byte[] content) throws IOException {
        for (String recipient : recipients) {
            mailboxes.deliver(recipient, content);
        }
    }
}
