package org.mailcontinuity.probe.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** The SMTP server that test messages come to: the mail exchanger of the probe's domain. Relays nothing, keeps nothing. */
public final class ArrivalServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 200;
    private static final int MOST_RECIPIENTS = 10;
    private static final int IDLE_SECONDS = 60;

    private final SMTPServer server;

    private ArrivalServer(SMTPServer server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param hostName how it greets
     * @param tls present: STARTTLS is offered with it
     * @throws RuntimeException if the port is taken
     */
    public static ArrivalServer start(
            InetAddress bind, int port, String hostName, Optional<SSLContext> tls, ArrivalDesk desk) {
        SMTPServer.Builder builder = SMTPServer.port(port)
                .bindAddress(bind)
                .hostName(hostName)
                .softwareName("Continuity")
                .messageHandlerFactory(context -> new Delivery(context, desk))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .maxConnections(MOST_CONNECTIONS)
                .maxRecipients(MOST_RECIPIENTS)
                .maxMessageSize(HeaderReader.MOST_BYTES)
                .connectionTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
                .insertReceivedHeaders(false);
        tls.ifPresent(context -> builder.startTlsSocketFactory(context).enableTLS());
        SMTPServer server = builder.build();
        server.start();
        return new ArrivalServer(server);
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One message of a session. */
    private record Delivery(MessageContext context, ArrivalDesk desk, List<TokenSeal.Claim> claims)
            implements MessageHandler {

        Delivery(MessageContext context, ArrivalDesk desk) {
            this(context, desk, new ArrayList<>());
        }

        @Override
        public void from(String sender) {
            // Anybody may send: the token alone proves a message to be the probe's own.
        }

        @Override
        public void recipient(String address) throws RejectException {
            claims.add(desk.claimOf(address).orElseThrow(() -> new RejectException(550, "5.1.1 No such mailbox")));
        }

        @Override
        public @org.jspecify.annotations.Nullable String data(InputStream message)
                throws RejectException, TooMuchDataException, IOException {
            Optional<HeaderReader> header = HeaderReader.read(message);
            if (header.isEmpty()) {
                throw new RejectException(552, "5.3.4 Message too big");
            }
            boolean tls = context instanceof Session session && session.isTLSStarted();
            claims.forEach(claim -> desk.take(claim, header.get(), tls));
            return null;
        }

        @Override
        public void done() {
            // Nothing is held that would have to be given back.
        }
    }
}
