package org.mailcontinuity.standalone.mail;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandlerFactory;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.SSLSocketCreator;

/** What all SMTP servers of the demo have in common: loopback only, STARTTLS, a bound on size. */
final class SmtpListener {
    private static final int LARGEST_MESSAGE = 1024 * 1024;

    private SmtpListener() {}

    /** Says whether user name and password are good. */
    interface Accounts {
        boolean accept(String username, String password, InetAddress caller);
    }

    /** The server's certificate, for one who calls from that address. */
    interface Certificates {
        SSLContext context(InetAddress caller);
    }

    /** Where it listens, under which name, and whom it lets in. */
    record Place(String hostName, int port, Door door) {}

    static SMTPServer.Builder builder(Place place, MessageHandlerFactory handlers, Certificates certificates) {
        return new SMTPServer.Builder()
                .serverSocketFactory(() -> new GuardedSocket(place.door()))
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(place.port())
                .hostName(place.hostName())
                .softwareName("Continuity demo")
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .enableTLS()
                .startTlsSocketFactory(serverSide(certificates))
                .maxMessageSize(LARGEST_MESSAGE)
                .maxConnections(200)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(handlers);
    }

    /** The same, closed to whoever has no account; user names and passwords travel under TLS only. */
    static SMTPServer.Builder withAccounts(SMTPServer.Builder builder, Accounts accounts) {
        return builder.requireTLS()
                .requireAuth()
                .showAuthCapabilitiesBeforeSTARTTLS(false)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((username, password, context) -> {
                    if (!accounts.accept(username, password, caller(context))) {
                        throw new LoginFailedException();
                    }
                }));
    }

    /** Where a session comes from. */
    static InetAddress caller(MessageContext context) {
        return context.getRemoteAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private static SSLSocketCreator serverSide(Certificates certificates) {
        return (Socket socket) -> {
            SSLSocket secured = (SSLSocket) certificates
                    .context(socket.getInetAddress())
                    .getSocketFactory()
                    .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
            secured.setUseClientMode(false);
            return secured;
        };
    }
}
