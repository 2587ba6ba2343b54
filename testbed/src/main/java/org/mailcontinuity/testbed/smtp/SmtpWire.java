package org.mailcontinuity.testbed.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Lines in and out of one socket, before and after TLS. Used by one thread; {@link #cut()} by any. */
final class SmtpWire {
    private volatile Socket socket;
    private InputStream in;
    private OutputStream out;

    SmtpWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Returns once the handshake is done; what the client sent in clear beyond its command is dropped. */
    void secure(SSLContext context) throws IOException {
        Socket plain = socket;
        SSLSocket secured = (SSLSocket) context.getSocketFactory()
                .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        socket = secured;
        in = new BufferedInputStream(secured.getInputStream());
        out = secured.getOutputStream();
    }

    /** The next line without its end, or empty when the client has gone. */
    Optional<String> readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                return Optional.empty();
            }
            line.write(next);
            next = in.read();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    void send(List<String> lines) throws IOException {
        send((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void drip(String line, Duration pause) throws IOException {
        for (byte one : (line + "\r\n").getBytes(StandardCharsets.UTF_8)) {
            send(new byte[] {one});
            pause(pause);
        }
    }

    void flood(byte filler) throws IOException {
        byte[] block = new byte[8192];
        Arrays.fill(block, filler);
        while (!socket.isClosed()) {
            send(block);
        }
    }

    /** Reads and drops what comes until the other side is gone. */
    void waitForEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    static void pause(Duration pause) throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way: the peer has gone first.
        }
    }
}
