package org.mailcontinuity.notifier.channel.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
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
import org.mailcontinuity.notifier.template.PlainLine;

/**
 * Posts to a URL that somebody else chose (HTTP/1.1, RFC 9112). The host is resolved once, every address of it is checked,
 * and the connection goes to the address that was checked: a name that resolves differently a moment later gains nothing.
 * Redirects are not followed; of the answer only its head and the first characters are read; the whole exchange has one
 * deadline.
 */
public final class HttpConnection {
    private static final int LONGEST_HEAD = 16_384;
    private static final int LONGEST_BODY = 2_048;

    private final AddressGuard guard;
    private final SSLContext tls;
    private final Duration timeout;

    /** @param timeout for the whole exchange */
    public HttpConnection(AddressGuard guard, SSLContext tls, Duration timeout) {
        this.guard = guard;
        this.tls = tls;
        this.timeout = timeout;
    }

    /** Where a URL leads, for people: its host and port, or the word that it is none. */
    public static String label(String url) {
        return HttpTarget.parse(url).map(HttpTarget::authority).orElse("not a URL");
    }

    /** @param headers without Host, Content-Length and Connection; neither names nor values may hold line breaks */
    public HttpReply post(String url, Map<String, String> headers, byte[] body) {
        Optional<HttpTarget> target = HttpTarget.parse(url);
        if (target.isEmpty()) {
            return new HttpReply.Forbidden("not an absolute http or https URL");
        }
        FutureTask<HttpReply> exchange = new FutureTask<>(() -> exchange(target.get(), headers, body));
        Thread thread = Thread.ofVirtual().name("post " + target.get().host()).start(exchange);
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return new HttpReply.Failed("no answer within " + timeout);
        } catch (ExecutionException e) {
            return new HttpReply.Failed(PlainLine.of(String.valueOf(e.getCause()), 300));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new HttpReply.Failed("stopped");
        }
    }

    private HttpReply exchange(HttpTarget target, Map<String, String> headers, byte[] body) throws IOException {
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
            out.write(head(target, headers, body.length));
            out.write(body);
            out.flush();
            return answer(new BufferedInputStream(socket.getInputStream()));
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

    private static byte[] head(HttpTarget target, Map<String, String> headers, int length) {
        StringBuilder head =
                new StringBuilder("POST ").append(target.pathAndQuery()).append(" HTTP/1.1\r\n");
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Host", target.authority());
        all.put("Content-Length", Integer.toString(length));
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

    private static HttpReply answer(InputStream in) throws IOException {
        while (true) {
            String statusLine = line(in, LONGEST_HEAD);
            Map<String, String> headers = headers(in);
            String[] words = statusLine.split(" ", 3);
            if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
                return new HttpReply.Failed("the answer is not HTTP/1.1");
            }
            int status = Integer.parseInt(words[1]);
            if (status >= 200) {
                String start = new String(in.readNBytes(bodyBytes(headers)), StandardCharsets.UTF_8);
                return new HttpReply.Answered(status, retryAfter(headers), PlainLine.of(start, 200));
            }
        }
    }

    /** How much of the body is worth waiting for: as far as it is announced, and not more than we keep. */
    private static int bodyBytes(Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "0");
        return length.matches("\\d{1,9}") ? Math.min(Integer.parseInt(length), LONGEST_BODY) : 0;
    }

    private static Optional<Duration> retryAfter(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("retry-after"))
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        int left = LONGEST_HEAD;
        while (true) {
            String line = line(in, left);
            if (line.isEmpty()) {
                return headers;
            }
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
    }

    private static String line(InputStream in, int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == -1) {
                throw new IOException("the connection ended before an answer");
            }
            if (line.size() >= most) {
                throw new IOException("the head of the answer is too long");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
