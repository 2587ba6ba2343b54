package org.mailcontinuity.probe.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.mailcontinuity.probe.problem.Problem;

/**
 * Listens for {@code POST /api/v1/traffic} on a port of its own. A body is read as fast as its samples can be written
 * and no faster, never held as a whole, and bounded in size and time.
 */
public final class TrafficReceiver implements AutoCloseable {
    static final String PATH = "/api/v1/traffic";

    private static final Logger LOG = Logger.getLogger(TrafficReceiver.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MEDIA_TYPES =
            List.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final int MOST_CONNECTIONS = 500;
    private static final int IDLE_SECONDS = 30;
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final long FAREWELL_MILLIS = 1000;
    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final Vertx vertx;
    private final TrafficDesk desk;
    private final HttpServer server;
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * Where to listen.
     *
     * @param certificate a PEM file with the chain; with {@code privateKey} TLS is spoken, without both it is not
     */
    public record Address(String bind, int port, Optional<Path> certificate, Optional<Path> privateKey) {}

    private TrafficReceiver(Vertx vertx, Address address, TrafficDesk desk) {
        this.vertx = vertx;
        this.desk = desk;
        this.server = vertx.createHttpServer(options(address))
                .connectionHandler(this::connected)
                .requestHandler(this::handle);
    }

    public static TrafficReceiver start(Vertx vertx, Address address, TrafficDesk desk) {
        TrafficReceiver receiver = new TrafficReceiver(vertx, address, desk);
        receiver.server.listen().toCompletionStage().toCompletableFuture().join();
        LOG.infof(
                "traffic taken port=%d tls=%s",
                receiver.port(), address.certificate().isPresent());
        return receiver;
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(CLOSING.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(e -> null)
                .join();
    }

    private static HttpServerOptions options(Address address) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(address.bind())
                .setPort(address.port())
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(8192)
                .setMaxInitialLineLength(1024)
                .setHandle100ContinueAutomatically(true);
        if (address.certificate().isPresent() && address.privateKey().isPresent()) {
            options.setSsl(true)
                    .setUseAlpn(false)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .addCertPath(address.certificate().get().toString())
                            .addKeyPath(address.privateKey().get().toString()));
        }
        return options;
    }

    private void connected(HttpConnection connection) {
        if (connections.incrementAndGet() > MOST_CONNECTIONS) {
            connection.close();
        }
        connection.closeHandler(_ -> connections.decrementAndGet());
    }

    private void handle(HttpServerRequest request) {
        if (!PATH.equals(request.path())) {
            refuse(request, Problem.ofStatus(404, "Not Found"));
        } else if (request.method() != HttpMethod.POST) {
            refuse(request, Problem.ofStatus(405, "Method Not Allowed"));
        } else if (!isNdjson(request.getHeader("Content-Type")) || request.getHeader("Content-Encoding") != null) {
            refuse(request, Problem.ofStatus(415, "Unsupported Media Type: application/x-ndjson, not compressed"));
        } else {
            admit(request);
        }
    }

    private void admit(HttpServerRequest request) {
        String caller = request.remoteAddress().hostAddress();
        if (desk.isShutOut(caller)) {
            refuse(request, Problem.tooMany("too many wrong tokens from this address"));
            return;
        }
        Optional<String> authorization = Optional.ofNullable(request.getHeader("Authorization"));
        request.pause();
        vertx.executeBlocking(() -> desk.open(authorization, caller), false).onComplete(opened -> {
            if (opened.failed()) {
                LOG.error("traffic request failed", opened.cause());
                refuse(request, Problem.ofStatus(500, "Internal Server Error"));
            } else if (opened.result().isEmpty()) {
                refuse(request, Problem.unauthorized("a token of a traffic source is needed"));
            } else {
                new Exchange(request, opened.result().get()).begin();
            }
        });
    }

    private static boolean isNdjson(@org.jspecify.annotations.Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return MEDIA_TYPES.stream().anyMatch(type::equalsIgnoreCase);
    }

    private void refuse(HttpServerRequest request, Problem problem) {
        answer(request, problem.status(), TrafficProblemView.of(problem, PATH));
        takeLeave(request);
    }

    private void answer(HttpServerRequest request, int status, Object body) {
        if (request.response().closed() || request.response().ended()) {
            return;
        }
        String type = status == 200 ? "application/json" : "application/problem+json";
        request.response().setStatusCode(status).putHeader("Content-Type", type);
        switch (status) {
            case 401 -> request.response().putHeader("WWW-Authenticate", "Bearer");
            case 405 -> request.response().putHeader("Allow", "POST");
            case 429 -> request.response().putHeader("Retry-After", "60");
            case 503 -> request.response().putHeader("Retry-After", "5");
            default -> {}
        }
        if (status != 200 && status != 422) {
            request.response().putHeader("Connection", "close");
        }
        try {
            request.response().end(Buffer.buffer(JSON.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }

    /** Reads what is still coming for a moment, so that the answer is not lost to a reset, then closes. */
    private void takeLeave(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.handler(_ -> {}).exceptionHandler(_ -> {}).resume();
        }
        vertx.setTimer(FAREWELL_MILLIS, _ -> request.connection().close());
    }

    /** One request with a body. Everything happens on its event loop. */
    private final class Exchange {
        private final HttpServerRequest request;
        private final TrafficIntake intake;
        private long deadlineTimer;
        private boolean answered;

        Exchange(HttpServerRequest request, TrafficIntake intake) {
            this.request = request;
            this.intake = intake;
        }

        void begin() {
            deadlineTimer = vertx.setTimer(
                    LONGEST_REQUEST.toMillis(), _ -> request.connection().close());
            request.exceptionHandler(_ -> gone());
            request.handler(this::part);
            request.endHandler(_ -> settle(intake.finish()));
            request.resume();
        }

        private void part(Buffer part) {
            if (answered) {
                return;
            }
            TrafficIntake.State state = intake.feed(part.getBytes());
            if (state != TrafficIntake.State.READING) {
                settle(state);
            } else if (!desk.hasRoom()) {
                request.pause();
                await(desk::hasRoom, request::resume, System.nanoTime() + LONGEST_WAIT.toNanos());
            }
        }

        /** Looks again and again until it is so, then goes on; after too long the request ends. */
        private void await(BooleanSupplier so, Runnable goOn, long end) {
            if (answered) {
                return;
            }
            if (so.getAsBoolean()) {
                goOn.run();
            } else if (System.nanoTime() - end > 0) {
                desk.counts().noRoom.increment();
                intake.disown();
                breakOff(Problem.noRoom());
            } else {
                vertx.setTimer(LOOK_AGAIN_MILLIS, _ -> await(so, goOn, end));
            }
        }

        private void settle(TrafficIntake.State state) {
            if (answered) {
                return;
            }
            switch (state) {
                case READING -> throw new IllegalStateException("the request goes on");
                case TOO_LARGE -> breakOff(Problem.ofStatus(413, "Content Too Large"));
                case OVER_BUDGET -> {
                    desk.counts().overBudget.increment();
                    breakOff(Problem.tooMany("more lines than this source may send in a minute"));
                }
                case FINISHED ->
                    // What was taken is answered for: it is in Kafka before the source hears so.
                    await(
                            desk.writtenSoFar(),
                            () -> finished(intake.report()),
                            System.nanoTime() + LONGEST_WAIT.toNanos());
            }
        }

        private void finished(TrafficIntake.Report report) {
            gone();
            if (report.refused() > 0 && report.taken() + report.repeated() == 0) {
                answer(request, 422, TrafficProblemView.of(Problem.noLineTaken(), PATH, report));
            } else {
                answer(request, 200, report);
            }
        }

        private void breakOff(Problem problem) {
            gone();
            answer(request, problem.status(), TrafficProblemView.of(problem, PATH, intake.report()));
            takeLeave(request);
        }

        private void gone() {
            answered = true;
            vertx.cancelTimer(deadlineTimer);
        }
    }
}
