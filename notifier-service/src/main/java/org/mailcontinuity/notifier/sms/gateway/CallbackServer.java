package org.mailcontinuity.notifier.sms.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Listens for callbacks, on a port of its own, so that nothing else of the notifier can be reached from where providers are.
 * Expects TLS to end before it.
 */
public final class CallbackServer implements AutoCloseable {
    private static final int LONGEST_BODY = 65_536;
    private static final int BACKLOG = 100;
    /** Of the platform's server: how many seconds a request may take to arrive. */
    private static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private CallbackServer(HttpServer server) {
        this.server = server;
    }

    /** @param port 0 for any that is free */
    public static CallbackServer start(String bind, int port, Callbacks callbacks) {
        if (System.getProperty(REQUEST_SECONDS) == null) {
            System.setProperty(REQUEST_SECONDS, "10");
        }
        try {
            CallbackServer listener = new CallbackServer(HttpServer.create(new InetSocketAddress(bind, port), BACKLOG));
            listener.server.createContext("/", exchange -> answer(exchange, callbacks));
            listener.server.setExecutor(listener.threads);
            listener.server.start();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("no listener for callbacks on " + bind + ":" + port, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Callbacks callbacks) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            int status = body.length > LONGEST_BODY ? 413 : callbacks.take(request(exchange, body));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static CallbackRequest request(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return CallbackRequest.of(exchange.getRequestURI().getPath(), query, headers, body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
