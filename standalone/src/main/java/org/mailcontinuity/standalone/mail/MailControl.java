package org.mailcontinuity.standalone.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.mailcontinuity.standalone.installation.Vantage;

/**
 * The remote control of the demo mail system: {@code GET /status}, {@code GET /mailboxes/<address>},
 * {@code POST /faults/<fault>[/<route>][?vantage=<name>]}, {@code POST /vantages/<name>/cut} and {@code /join},
 * {@code POST /recover}. A POST must carry the header {@value #HEADER}, which a page in a browser cannot send to another
 * origin unasked.
 */
public final class MailControl {
    public static final String HEADER = "X-Continuity-Demo";
    private static final String VANTAGE = "vantage=";

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
                        ? change(path, vantage(exchange))
                        : refusal(403, "header " + HEADER + " is missing");
            default -> refusal(405, "GET and POST only");
        };
    }

    private static Optional<String> vantage(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestURI().getQuery())
                .filter(query -> query.startsWith(VANTAGE))
                .map(query -> query.substring(VANTAGE.length()));
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

    private Answer change(String[] path, Optional<String> vantage) throws IOException {
        return switch (path[0]) {
            case "recover" -> {
                system.recover();
                yield status();
            }
            case "faults" -> breakDown(path, vantage);
            case "vantages" -> cutOrJoin(path);
            default -> refusal(404, "no such page");
        };
    }

    private Answer breakDown(String[] path, Optional<String> vantage) throws IOException {
        Optional<Fault> fault = path.length >= 2 ? Fault.named(path[1]) : Optional.empty();
        Optional<MailRoute> route = path.length == 3 ? MailRoute.named(path[2]) : Optional.empty();
        if (fault.isEmpty() || (path.length == 3 && route.isEmpty())) {
            return refusal(404, "no such fault or route");
        }
        if (route.isPresent() && !fault.get().routes().contains(route.get())) {
            return refusal(
                    409, fault.get().word() + " does not strike " + route.get().word());
        }
        if (vantage.isEmpty()) {
            system.breakDown(new Strike(fault.get(), Optional.empty()), route);
            return status();
        }
        Caller caller = caller(vantage.get());
        if (caller instanceof Caller.From(InetAddress address)) {
            system.breakDown(new Strike(fault.get(), Optional.of(address)), route);
        }
        return answer(caller);
    }

    private Answer cutOrJoin(String[] path) {
        if (path.length != 3 || !List.of("cut", "join").contains(path[2])) {
            return refusal(404, "no such page");
        }
        Caller caller = caller(path[1]);
        if (caller instanceof Caller.From(InetAddress address)) {
            if (path[2].equals("cut")) {
                system.cut(address);
            } else {
                system.join(address);
            }
        }
        return answer(caller);
    }

    /** A vantage as the mail servers know it: by its address. */
    private sealed interface Caller {
        record From(InetAddress address) implements Caller {}

        record Unknown(String why) implements Caller {}

        record Alike(String why) implements Caller {}
    }

    private Caller caller(String name) {
        Optional<Vantage> vantage = system.vantage(name);
        if (vantage.isEmpty()) {
            return new Caller.Unknown("there is no vantage " + name + ", but: " + String.join(", ", system.vantages()));
        }
        Optional<InetAddress> address = system.address(vantage.get());
        return address.isPresent()
                ? new Caller.From(address.get())
                : new Caller.Alike("this system has no address " + vantage.get().address()
                        + ", so the mail servers cannot tell one vantage from another");
    }

    private Answer answer(Caller caller) {
        return switch (caller) {
            case Caller.From from -> status();
            case Caller.Unknown(String why) -> refusal(404, why);
            case Caller.Alike(String why) -> refusal(409, why);
        };
    }

    private Answer status() {
        Map<String, String> faults = new TreeMap<>();
        system.faults()
                .forEach((route, strike) ->
                        faults.put(route.word(), strike.fault().word()));
        return new Answer(200, Map.of("faults", faults, "cut", system.cutVantages()));
    }

    private static Answer refusal(int status, String reason) {
        return new Answer(status, Map.of("reason", reason));
    }
}
