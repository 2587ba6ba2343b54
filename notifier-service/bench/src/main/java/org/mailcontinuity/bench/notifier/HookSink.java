package org.mailcontinuity.bench.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks that counts messages by their {@code webhook-id} and keeps none. */
final class HookSink implements AutoCloseable {
    private static final int LONGEST_SILENCE_SECONDS = 60;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Arrivals arrivals;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Mood mood = Mood.TAKES;

    HookSink(Arrivals arrivals) {
        this.arrivals = arrivals;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void be(Mood next) {
        mood = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Mood now = mood;
            exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            switch (now) {
                case TAKES -> {
                    took(id, true);
                    exchange.sendResponseHeaders(204, -1);
                }
                case FAILS -> exchange.sendResponseHeaders(500, -1);
                case BUSY -> {
                    exchange.getResponseHeaders().set("Retry-After", "2");
                    exchange.sendResponseHeaders(429, -1);
                }
                case SILENT -> {
                    took(id, false);
                    closed.await(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
                }
                case HALF_ACCEPTS -> took(id, false);
                case DOWN -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void took(String id, boolean answered) {
        arrivals.took(UUID.fromString(id), answered);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
