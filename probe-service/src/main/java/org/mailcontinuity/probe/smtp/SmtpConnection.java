package org.mailcontinuity.probe.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/**
 * A connection to a mail server: lines out, lines in, TLS in between. However slowly the other side sends or reads,
 * every call returns by the connection's deadline, because a watchdog then closes the socket under it. For one thread.
 */
final class SmtpConnection implements AutoCloseable {
    /** RFC 5321, 4.5.3.1.5 allows 512; some servers need more. */
    static final int LONGEST_LINE = 2048;

    private static final int FAREWELL_MILLIS = 2000;

    private final Socket raw;
    private final Deadline deadline;
    private final ScheduledFuture<?> watchdog;
    private final byte[] buffer = new byte[4096];
    private Socket socket;
    private int read;
    private int filled;
    private volatile boolean cut;

    private SmtpConnection(Socket raw, Deadline deadline, ScheduledExecutorService watchdogs) {
        this.raw = raw;
        this.socket = raw;
        this.deadline = deadline;
        this.watchdog = watchdogs.schedule(this::cut, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The two ends of a connection; without {@code source} the machine chooses where it starts from. */
    record Ends(Optional<InetSocketAddress> source, InetSocketAddress target) {}

    /** @throws IOException if there is no connection by {@code connectDeadline} */
    static SmtpConnection open(
            Ends ends, Deadline connectDeadline, Deadline deadline, ScheduledExecutorService watchdogs)
            throws IOException {
        Socket socket = new Socket();
        try {
            if (ends.source().isPresent()) {
                socket.bind(ends.source().get());
            }
            socket.setTcpNoDelay(true);
            socket.connect(ends.target(), connectDeadline.leftMillis());
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        return new SmtpConnection(socket, deadline, watchdogs);
    }

    void send(String wire) throws IOException {
        byte[] bytes = (wire + "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw timeoutIfCut(e);
        }
    }

    /**
     * Reads one line.
     *
     * @return the line without its end
     * @throws SocketTimeoutException if it is not complete by {@code stageDeadline} or the connection's
     * @throws EOFException if the server closed the connection
     * @throws LineLimitException if it is longer than {@value #LONGEST_LINE} bytes
     */
    String readLine(Deadline stageDeadline) throws IOException {
        StringBuilder line = new StringBuilder(80);
        while (true) {
            int next = nextByte(stageDeadline);
            if (next == '\n') {
                int length = line.length();
                boolean carriageReturn = length > 0 && line.charAt(length - 1) == '\r';
                return decoded(carriageReturn ? line.substring(0, length - 1) : line.toString());
            }
            if (line.length() >= LONGEST_LINE) {
                throw new LineLimitException(LONGEST_LINE);
            }
            line.append((char) next);
        }
    }

    /**
     * Whether the server has sent more than the replies read so far. Before TLS that is an attempt to have clear text
     * taken for what was said under TLS (CVE-2011-0411, and its like in clients).
     */
    boolean hasUnreadBytes() throws IOException {
        return read < filled || raw.getInputStream().available() > 0;
    }

    /** Begins TLS. The certificate is checked by the caller: it wants to see a bad one, too. */
    List<java.security.cert.Certificate> secure(Tls tls, String host, Deadline stageDeadline) throws IOException {
        SSLSocket secured = tls.over(raw, host);
        try {
            secured.setSoTimeout(earlier(stageDeadline).leftMillis());
            secured.startHandshake();
        } catch (IOException e) {
            throw timeoutIfCut(e);
        }
        socket = secured;
        return List.of(secured.getSession().getPeerCertificates());
    }

    /** Sends QUIT and waits a little for the answer, so that the server does not log a lost connection. */
    void quit(Transcript transcript, boolean awaitReply) {
        try {
            transcript.said("QUIT");
            send("QUIT");
            if (awaitReply) {
                transcript.heard(readLine(deadline.orIn(java.time.Duration.ofMillis(FAREWELL_MILLIS))));
            }
        } catch (IOException e) {
            transcript.note("no answer to QUIT");
        }
    }

    /** Closes with the TLS close_notify where there is TLS. Never blocks for longer than a moment. */
    @Override
    public void close() {
        try {
            if (socket instanceof SSLSocket secured && !cut) {
                secured.setSoTimeout(Math.min(deadline.leftMillis(), FAREWELL_MILLIS));
                secured.shutdownOutput();
            }
        } catch (IOException e) {
            // The server has gone already: there is nobody to take leave of.
        } finally {
            watchdog.cancel(false);
            closeQuietly();
        }
    }

    private int nextByte(Deadline stageDeadline) throws IOException {
        if (read == filled) {
            fill(earlier(stageDeadline));
        }
        return buffer[read++] & 0xff;
    }

    private void fill(Deadline limit) throws IOException {
        if (limit.isOver()) {
            throw new SocketTimeoutException("time is over");
        }
        try {
            InputStream in = socket.getInputStream();
            socket.setSoTimeout(limit.leftMillis());
            int count = in.read(buffer);
            if (count < 0) {
                throw new EOFException("the server closed the connection");
            }
            read = 0;
            filled = count;
        } catch (IOException e) {
            throw timeoutIfCut(e);
        }
    }

    private Deadline earlier(Deadline stageDeadline) {
        return stageDeadline.nanoTime() - deadline.nanoTime() < 0 ? stageDeadline : deadline;
    }

    private IOException timeoutIfCut(IOException e) {
        return cut ? new SocketTimeoutException("time is over") : e;
    }

    private void cut() {
        cut = true;
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            raw.close();
        } catch (IOException e) {
            // A socket that cannot be closed is closed as far as the probe is concerned.
        }
    }

    /** UTF-8 where it is (RFC 6531), else one character a byte. */
    private static String decoded(String bytes) {
        byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        String utf8 = new String(raw, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : bytes;
    }
}
