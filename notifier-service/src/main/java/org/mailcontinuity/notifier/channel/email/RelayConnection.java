package org.mailcontinuity.notifier.channel.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.credential.TrustedCertificates;

/** Hands one message to one relay, within an absolute deadline. */
public final class RelayConnection {
    /** A relay that drips its answers byte by byte must not hold a message for ever. */
    private static final int DEADLINE_IN_TIMEOUTS = 4;

    private final Relay relay;
    private final CredentialRepository credentials;
    private final Optional<TrustedCertificates> trust;

    /** Reads the certificates to trust; fails if they cannot be read. */
    public RelayConnection(Relay relay, CredentialRepository credentials) {
        this.relay = relay;
        this.credentials = credentials;
        this.trust = relay.trustCertificates().map(TrustedCertificates::read);
    }

    String label() {
        return relay.label();
    }

    RelayAnswer send(Email email) {
        FutureTask<RelayAnswer> dialogue = new FutureTask<>(() -> dialogue(email));
        Thread thread = Thread.ofVirtual().name("relay " + relay.label()).start(dialogue);
        Duration deadline = relay.timeout().multipliedBy(DEADLINE_IN_TIMEOUTS);
        try {
            return dialogue.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return RelayAnswer.putOff("no end within " + deadline);
        } catch (ExecutionException e) {
            return RelayAnswer.putOff(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return RelayAnswer.putOff("stopped");
        }
    }

    private RelayAnswer dialogue(Email email) throws Exception {
        Optional<Login> login = login();
        if (relay.credential().isPresent() && login.isEmpty()) {
            return RelayAnswer.putOff("credential " + relay.credential().get() + " has no username and password");
        }
        Session session = Session.getInstance(properties(email, login.isPresent()));
        SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
        try {
            connect(transport, login);
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(email.message()));
            transport.sendMessage(message, new Address[] {new InternetAddress(email.to())});
            return RelayAnswer.accepted(transport.getLastServerResponse());
        } catch (MessagingException e) {
            return RelayAnswerMapper.answer(e);
        } finally {
            close(transport);
        }
    }

    private void connect(SMTPTransport transport, Optional<Login> login) throws MessagingException {
        String username = login.map(Login::username).orElse(null);
        String password = login.map(Login::password).orElse(null);
        transport.connect(relay.host(), relay.port(), username, password);
    }

    private Optional<Login> login() {
        return relay.credential()
                .flatMap(name -> credentials
                        .find(name, "username")
                        .flatMap(username ->
                                credentials.find(name, "password").map(password -> new Login(username, password))));
    }

    private Properties properties(Email email, boolean authenticated) {
        Properties properties = new Properties();
        String timeout = Long.toString(relay.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.from", email.from());
        properties.put("mail.smtp.localhost", email.from().replaceFirst(".*@", ""));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(authenticated));
        properties.put("mail.smtp.allow8bitmime", "false");
        boolean startTls = relay.security() == Relay.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(relay.security() == Relay.Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        trust.ifPresent(certificates -> properties.put("mail.smtp.ssl.socketFactory", certificates.socketFactory()));
        return properties;
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException _) {
            // The answer is known already: how the connection ends changes nothing.
        }
    }

    private record Login(String username, String password) {}
}
