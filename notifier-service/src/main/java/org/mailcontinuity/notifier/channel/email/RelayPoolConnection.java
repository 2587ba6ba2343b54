package org.mailcontinuity.notifier.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.credential.TrustedCertificates;

/**
 * Connections to one relay, kept open after a message for the next one: a new one with TLS and a login costs many times what
 * a message does. A connection carries at most 100 messages, and is asked whether it still works if it was idle for a
 * second. Safe for many threads.
 */
final class RelayPoolConnection implements AutoCloseable {
    private static final int MOST_MESSAGES = 100;
    private static final int MOST_IDLE = 20;
    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final long OLD_NANOS = 30_000_000_000L;

    private final Relay relay;
    private final CredentialRepository credentials;
    private final Session session;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

    RelayPoolConnection(Relay relay, CredentialRepository credentials, String heloName) {
        this.relay = relay;
        this.credentials = credentials;
        this.session = Session.getInstance(properties(relay, heloName));
    }

    /** A connection, how many messages it has carried, and when it was last used. */
    record Line(SMTPTransport transport, int carried, long usedAt) {}

    /** What is missing to log in. */
    Optional<String> lacking() {
        return relay.credential()
                .filter(_ -> login().isEmpty())
                .map(name -> "credential " + name + " has no username and password");
    }

    Line take() throws MessagingException {
        for (Line line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            long idleFor = System.nanoTime() - line.usedAt();
            if (idleFor < FRESH_NANOS || idleFor < OLD_NANOS && line.transport().isConnected()) {
                return line;
            }
            close(line);
        }
        return open();
    }

    /** A new one. */
    Line open() throws MessagingException {
        SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
        try {
            Optional<Login> login = login();
            transport.connect(
                    relay.host(),
                    relay.port(),
                    login.map(Login::username).orElse(null),
                    login.map(Login::password).orElse(null));
            return new Line(transport, 0, System.nanoTime());
        } catch (MessagingException e) {
            close(new Line(transport, 0, 0));
            throw e;
        }
    }

    /** @param good whether the dialogue can go on with another message */
    void giveBack(Line line, boolean good) {
        if (!good || line.carried() + 1 >= MOST_MESSAGES || idle.size() >= MOST_IDLE || Thread.interrupted()) {
            close(line);
            return;
        }
        idle.addFirst(new Line(line.transport(), line.carried() + 1, System.nanoTime()));
        for (Line oldest = idle.peekLast(); oldest != null && old(oldest); oldest = idle.peekLast()) {
            if (idle.remove(oldest)) {
                close(oldest);
            }
        }
    }

    private static boolean old(Line line) {
        return System.nanoTime() - line.usedAt() > OLD_NANOS;
    }

    /** The message as it is: signed, so that not a byte of it may change. */
    MimeMessage message(Email email) throws MessagingException {
        RawMessage message = new RawMessage(session, email.message());
        message.setEnvelopeFrom(email.from());
        if (email.reference().isPresent()) {
            message.setNotifyOptions(SMTPMessage.NOTIFY_SUCCESS | SMTPMessage.NOTIFY_FAILURE);
            message.setReturnOption(SMTPMessage.RETURN_HDRS);
        }
        return message;
    }

    private Optional<Login> login() {
        return relay.credential()
                .flatMap(name -> credentials
                        .find(name, "username")
                        .flatMap(username ->
                                credentials.find(name, "password").map(password -> new Login(username, password))));
    }

    private static Properties properties(Relay relay, String heloName) {
        Properties properties = new Properties();
        String timeout = Long.toString(relay.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.localhost", heloName);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(relay.credential().isPresent()));
        properties.put("mail.smtp.allow8bitmime", "false");
        boolean opportunistic = relay.security() == Relay.Security.OPPORTUNISTIC;
        boolean startTls = relay.security() == Relay.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls || opportunistic));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(relay.security() == Relay.Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(!opportunistic));
        if (opportunistic) {
            properties.put("mail.smtp.ssl.trust", "*");
        }
        relay.trustCertificates()
                .map(TrustedCertificates::read)
                .ifPresent(trust -> properties.put("mail.smtp.ssl.socketFactory", trust.socketFactory()));
        return properties;
    }

    private static void close(Line line) {
        try {
            line.transport().close();
        } catch (MessagingException _) {
            // The answer is known already: how the connection ends changes nothing.
        }
    }

    @Override
    public void close() {
        for (Line line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            close(line);
        }
    }

    private record Login(String username, String password) {}

    /** Bytes that are not taken apart and put together again. */
    private static final class RawMessage extends SMTPMessage {
        private final byte[] bytes;

        RawMessage(Session session, byte[] bytes) {
            super(session);
            this.bytes = bytes;
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
            out.write(bytes);
        }
    }
}
