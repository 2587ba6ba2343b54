package org.mailcontinuity.standalone.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * The remote control of the demo mail system: {@code GET /status}, {@code GET /mailboxes/<address>},
 * {@code POST /faults/<fault>[/<route>]}, {@code POST /recover}. A POST must carry the header
 * {@value #HEADER}, which a page in a browser cannot send to another origin unasked.
 */
public final class MailControl {
    public static final String HEADER = "X-Continuity-Demo";

    private final DemoMailSystem system;
    private final ObjectMapper json = new ObjectMapper();

    private record Answer(int status, Object body) {}

    MailControl(DemoMailSystem system) {
        this.system = system;
    }

    void start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
        return switch (exchange.getRequestMethod()) {
            case "GET" -> read(path);
            case "POST" ->
                exchange.getRequestHeaders().containsKey(HEADER)
                        ? change(path)
                        : refusal(403, "header " + HEADER + " is missing");
            default -> refusal(405, "GET and POST only");
        };
    }

    private Answer read(String[] path) throws IOException {
        if (path.length == 1 && path[0].equals("status")) {
            return status();
        }
        if (path.length == 2 && path[0].equals("mailboxes")) {
            return new Answer(
                    200,
                    system.mailboxes().read(path[1]).stream()
                            .map(MessageView::of)
                            .toList());
        }
        return refusal(404, "no such page");
    }

    private Answer change(String[] path) throws IOException {
        if (path.length == 1 && path[0].equals("recover")) {
            system.recover();
            return status();
        }
        Optional<Fault> fault = path.length >= 2 && path[0].equals("faults") ? Fault.named(path[1]) : Optional.empty();
        Optional<MailRoute> route = path.length == 3 ? MailRoute.named(path[2]) : Optional.empty();
        if (fault.isEmpty() || (path.length == 3 && route.isEmpty())) {
            return refusal(404, "no such fault or route");
        }
        if (route.isPresent() && !fault.get().routes().contains(route.get())) {
            return refusal(
                    409, fault.get().word() + " does not strike " + route.get().word());
        }
        system.breakDown(fault.get(), route);
        return status();
    }

    private Answer status() {
        Map<String, String> faults = new TreeMap<>();
        system.faults().forEach((route, fault) -> faults.put(route.word(), fault.word()));
        return new Answer(200, Map.of("faults", faults));
    }

    private static Answer refusal(int status, String reason) {
        return new Answer(status, Map.of("reason", reason));
    }
}
