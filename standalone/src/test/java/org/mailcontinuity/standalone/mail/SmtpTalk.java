package org.mailcontinuity.standalone.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A plain SMTP client that says lines and returns the last line of each reply. */
final class SmtpTalk implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private Socket socket;
    private BufferedReader in;

    SmtpTalk(int port) throws IOException {
        this(port, PATIENCE_MILLIS);
    }

    SmtpTalk(int port, int connectMillis) throws IOException {
        this(port, connectMillis, new Socket());
    }

    /** From an address of this machine. */
    static SmtpTalk from(String source, int port) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(source, 0));
        return new SmtpTalk(port, PATIENCE_MILLIS, socket);
    }

    private SmtpTalk(int port, int connectMillis, Socket fresh) throws IOException {
        socket = fresh;
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), connectMillis);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = reader(socket);
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** How long each reply may take. */
    SmtpTalk patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    String greeting() throws IOException {
        return reply();
    }

    String say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return reply();
    }

    void secure(SSLContext context) throws IOException {
        SSLSocket secured =
                (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        secured.startHandshake();
        socket = secured;
        in = reader(secured);
    }

    private String reply() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
