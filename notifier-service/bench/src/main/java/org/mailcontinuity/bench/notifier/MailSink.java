package org.mailcontinuity.bench.notifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail relay that counts messages by their Message-ID and keeps none. One virtual thread a connection. */
final class MailSink implements AutoCloseable {
    private static final Pattern MESSAGE_ID =
            Pattern.compile("^message-id:\\s*<([0-9a-f-]{36})@", Pattern.CASE_INSENSITIVE);

    private final ServerSocket listener;
    private final Arrivals arrivals;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.TAKES;

    MailSink(Arrivals arrivals) {
        this.arrivals = arrivals;
        try {
            this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void be(Mood next) {
        mood = next;
        if (next == Mood.DOWN) {
            open.forEach(MailSink::cut);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (mood == Mood.DOWN) {
                return;
            }
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            say(out, "220 sink ESMTP");
            Optional<String> command = line(in);
            while (command.isPresent() && answer(command.get(), in, out)) {
                command = line(in);
            }
        } catch (IOException e) {
            // the sender, or be(DOWN), has cut the line
        } finally {
            open.remove(socket);
        }
    }

    /** Whether the connection goes on. */
    private boolean answer(String command, InputStream in, OutputStream out) throws IOException {
        String verb = command.toUpperCase(Locale.ROOT);
        if (verb.startsWith("DATA")) {
            say(out, "354 go on");
            return content(in, out);
        }
        if (verb.startsWith("QUIT")) {
            say(out, "221 bye");
            return false;
        }
        say(out, verb.startsWith("EHLO") ? "250-sink\r\n250 8BITMIME" : "250 2.0.0 ok");
        return true;
    }

    private boolean content(InputStream in, OutputStream out) throws IOException {
        Optional<UUID> id = Optional.empty();
        for (String line = line(in).orElseThrow(IOException::new);
                !line.equals(".");
                line = line(in).orElseThrow(IOException::new)) {
            if (id.isEmpty()) {
                Matcher header = MESSAGE_ID.matcher(line);
                id = header.find() ? Optional.of(UUID.fromString(header.group(1))) : Optional.empty();
            }
        }
        return ended(id.orElseThrow(IOException::new), out);
    }

    private boolean ended(UUID id, OutputStream out) throws IOException {
        switch (mood) {
            case TAKES -> {
                arrivals.took(id, true);
                say(out, "250 2.0.0 taken");
                return true;
            }
            case FAILS, BUSY -> {
                say(out, "451 4.3.0 try later");
                return true;
            }
            case SILENT -> {
                arrivals.took(id, false);
                return true;
            }
            case HALF_ACCEPTS -> {
                arrivals.took(id, false);
                return false;
            }
            case DOWN -> {
                return false;
            }
        }
        return false;
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Optional<String> line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                return Optional.empty();
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return Optional.of(line.toString());
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(MailSink::cut);
    }
}
