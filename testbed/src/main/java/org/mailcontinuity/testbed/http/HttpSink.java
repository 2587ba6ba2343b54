package org.mailcontinuity.testbed.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on 127.0.0.1. Answers 200 unless told otherwise. Thread-safe. */
public final class HttpSink implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<SinkRequest> requests = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<SinkAnswer> next = new ConcurrentLinkedQueue<>();
    private volatile SinkAnswer standing = SinkAnswer.status(200);

    private HttpSink(HttpServer server) {
        this.server = server;
    }

    /** Starts a sink on a free port. */
    public static HttpSink start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            HttpSink sink = new HttpSink(server);
            server.createContext("/", sink::handle);
            server.setExecutor(sink.threads);
            server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException("no HTTP listener", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The sink's address with that path, which starts with a slash. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** From now on every request that has no answer of its own gets this one. */
    public void answer(SinkAnswer answer) {
        standing = answer;
    }

    /** The next requests get these answers, one each, before the standing answer applies again. */
    public void answerNext(SinkAnswer... answers) {
        next.addAll(List.of(answers));
    }

    /** All requests so far in the order in which they came. */
    public List<SinkRequest> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(read(exchange));
            SinkAnswer answer = Optional.ofNullable(next.poll()).orElse(standing);
            if (!answer.delay().isZero()) {
                Thread.sleep(answer.delay());
            }
            if (answer.cut()) {
                return;
            }
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SinkRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new SinkRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
