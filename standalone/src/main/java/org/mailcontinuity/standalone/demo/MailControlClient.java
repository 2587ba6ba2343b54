package org.mailcontinuity.standalone.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.mailcontinuity.standalone.mail.Fault;
import org.mailcontinuity.standalone.mail.MailControl;
import org.mailcontinuity.standalone.mail.MailRoute;
import org.mailcontinuity.standalone.mail.MessageView;

/** Talks to the demo mail system's remote control. Thread-safe. */
public final class MailControlClient {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final ObjectMapper json = new ObjectMapper();
    private final String address;

    public MailControlClient(Installation installation) {
        this(installation.port(Port.MAIL_CONTROL));
    }

    private MailControlClient(int port) {
        address = "http://127.0.0.1:" + port;
    }

    /** The remote control of an installation of which nothing is known but its port offset. */
    public static MailControlClient at(int portOffset) {
        return new MailControlClient(Port.MAIL_CONTROL.at(portOffset));
    }

    /** Breaks the mail system for everyone; a refusal is a sentence. */
    public Optional<String> breakDown(Fault fault, Optional<MailRoute> route) throws IOException, InterruptedException {
        return post(path(fault, route));
    }

    /** Breaks it for those who come from one vantage; a refusal is a sentence. */
    public Optional<String> breakDown(Fault fault, Optional<MailRoute> route, String vantage)
            throws IOException, InterruptedException {
        return post(path(fault, route) + "?vantage=" + encoded(vantage));
    }

    /** Cuts a vantage's network; a refusal is a sentence. */
    public Optional<String> cut(String vantage) throws IOException, InterruptedException {
        return post("/vantages/" + encoded(vantage) + "/cut");
    }

    /** Gives a vantage its network back; a refusal is a sentence. */
    public Optional<String> join(String vantage) throws IOException, InterruptedException {
        return post("/vantages/" + encoded(vantage) + "/join");
    }

    private static String path(Fault fault, Optional<MailRoute> route) {
        return "/faults/" + fault.word() + route.map(only -> "/" + only.word()).orElse("");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    public Optional<String> recover() throws IOException, InterruptedException {
        return post("/recover");
    }

    private Optional<String> post(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header(MailControl.HEADER, "yes")
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        JsonNode answer = json.readTree(response.body());
        return response.statusCode() == 200
                ? Optional.empty()
                : Optional.of(answer.path("reason").asText());
    }

    /** The messages of a mailbox, the newest first. */
    public List<MessageView> mailbox(String mailbox) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(URI.create(address + "/mailboxes/" + mailbox))
                        .build(),
                BodyHandlers.ofString());
        return json.readValue(response.body(), new TypeReference<>() {});
    }
}
