package org.mailcontinuity.standalone.mail;

import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
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
        boolean accept(String username, String password);
    }

    static SMTPServer.Builder builder(
            String hostName, int port, MessageHandlerFactory handlers, Supplier<SSLContext> tls) {
        return new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .hostName(hostName)
                .softwareName("Continuity demo")
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .enableTLS()
                .startTlsSocketFactory(serverSide(tls))
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
                    if (!accounts.accept(username, password)) {
                        throw new LoginFailedException();
                    }
                }));
    }

    private static SSLSocketCreator serverSide(Supplier<SSLContext> tls) {
        return (Socket socket) -> {
            SSLSocket secured = (SSLSocket) tls.get()
                    .getSocketFactory()
                    .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
            secured.setUseClientMode(false);
            return secured;
        };
    }
}
