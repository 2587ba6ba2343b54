package org.mailcontinuity.notifier.channel.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Sends to a URL that somebody else chose (HTTP/1.1, RFC 9112). The host is resolved once, every address of it is checked,
 * and the connection goes to the address that was checked: a name that resolves differently a moment later gains nothing.
 * Redirects are not followed; of the answer at most its head and 64 KiB are read; the whole exchange has one deadline.
 */
public final class HttpConnection {
    private final AddressGuard guard;
    private final SSLContext tls;
    private final Duration timeout;
    private final HttpReader reader;

    /** @param timeout for the whole exchange */
    public HttpConnection(AddressGuard guard, SSLContext tls, Duration timeout, InstantSource clock) {
        this.guard = guard;
        this.tls = tls;
        this.timeout = timeout;
        this.reader = new HttpReader(clock);
    }

    /** Where a URL leads, for people: its host and port, or the word that it is none. */
    public static String label(String url) {
        return HttpTarget.parse(url).map(HttpTarget::authority).orElse("not a URL");
    }

    public HttpReply send(HttpRequest request) {
        Optional<HttpTarget> target = HttpTarget.parse(request.url());
        if (target.isEmpty()) {
            return new HttpReply.Forbidden("not an absolute http or https URL");
        }
        FutureTask<HttpReply> exchange = new FutureTask<>(() -> exchange(target.get(), request));
        Thread thread = Thread.ofVirtual().name("http " + target.get().host()).start(exchange);
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return new HttpReply.Failed("no answer within " + timeout);
        } catch (ExecutionException e) {
            return new HttpReply.Failed(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new HttpReply.Failed("stopped");
        }
    }

    private HttpReply exchange(HttpTarget target, HttpRequest request) throws IOException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(target.bareHost());
        } catch (UnknownHostException e) {
            return new HttpReply.Failed("host " + target.host() + " is not known");
        }
        if (!Arrays.stream(addresses).allMatch(guard::permits)) {
            return new HttpReply.Forbidden("host " + target.host() + " has an address that is not allowed");
        }
        try (Socket socket = connect(target, addresses)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(target, request));
            out.write(request.body());
            out.flush();
            return reader.read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private Socket connect(HttpTarget target, InetAddress[] addresses) throws IOException {
        IOException last = new IOException("no address");
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, target.port()), (int) timeout.toMillis());
                return target.tls() ? secured(socket, target) : socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    /** TLS with the host's name, not the address: for the server to choose its certificate, and for us to check it. */
    private Socket secured(Socket socket, HttpTarget target) throws IOException {
        SSLSocket secured =
                (SSLSocket) tls.getSocketFactory().createSocket(socket, target.bareHost(), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static byte[] head(HttpTarget target, HttpRequest request) {
        StringBuilder head = new StringBuilder(single(request.method()))
                .append(' ')
                .append(target.pathAndQuery())
                .append(" HTTP/1.1\r\n");
        Map<String, String> all = new TreeMap<>(request.headers());
        all.put("Host", target.authority());
        all.put("Content-Length", Integer.toString(request.body().length));
        all.put("Connection", "close");
        all.forEach((name, value) ->
                head.append(single(name)).append(": ").append(single(value)).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String single(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a header must not hold a line break");
        }
        return text;
    }
}
