package org.mailcontinuity.notifier.sms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.sms.SmsHeard;

/** Callbacks over HTTP. */
class CallbackServerTest {
    private static final String SECRET = "not to be guessed";
    private static final CallbackRules KANNEL =
            rules("kannel", Optional.empty(), "status", Optional.of("from"), "text");
    private static final CallbackRules ACME =
            rules("acme", Optional.of("/message/id"), "/message/status", Optional.of("/sender"), "/body");

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<SmsHeard> heard = new CopyOnWriteArrayList<>();
    private boolean away;

    @SuppressWarnings("NullAway.Init") // started before each test
    private Callbacks callbacks;

    @SuppressWarnings("NullAway.Init") // started before each test
    private CallbackServer server;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("gw")).resolve("callback-secret"), SECRET);
        callbacks = new Callbacks(List.of(KANNEL, ACME), new CredentialRepository(directory), told -> {
            if (away) {
                throw new IllegalStateException("database away");
            }
            heard.add(told);
        });
        server = CallbackServer.start("127.0.0.1", 0, callbacks);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void urlThatWasMadeForAMessageProvesItself() throws Exception {
        UUID id = UUID.randomUUID();
        String url = callbacks.receiptUrl(base(), KANNEL, id);
        assertThat(get(url + "&status=1")).isEqualTo(200);
        assertThat(get(url.replace(id.toString(), UUID.randomUUID().toString()) + "&status=1"))
                .isEqualTo(403);
        assertThat(get(url.replace("/kannel", "/acme") + "&status=1")).isEqualTo(403);
        assertThat(heard)
                .containsExactly(
                        new SmsHeard.Report("kannel", id.toString(), SmsHeard.Fate.ARRIVED, "1", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, ARRIVED",
        "DELIVRD, ARRIVED",
        "delivered, ARRIVED",
        "2, LOST",
        "16, LOST",
        "UNDELIV, LOST",
        "8, UNDER_WAY",
        "buffered, UNDER_WAY"
    })
    void wordsAreReadAsTheOperatorSays(String word, SmsHeard.Fate fate) throws Exception {
        assertThat(get(base() + "/api/v1/receipts/sms/kannel?id=a&status=" + word + "&key=not+to+be+guessed"))
                .isEqualTo(200);
        assertThat(((SmsHeard.Report) heard.getFirst()).fate()).isEqualTo(fate);
    }

    @Test
    void bodyProvesItselfByItsSignatureAndByTheSecretInAHeader() throws Exception {
        String body = "{\"message\":{\"id\":\"m-1\",\"status\":\"DELIVERED\"}}";
        assertThat(post("/api/v1/receipts/sms/acme", body, "x-signature", "sha256=" + hmac(body)))
                .isEqualTo(200);
        assertThat(post("/api/v1/receipts/sms/acme", body + " ", "x-signature", hmac(body)))
                .isEqualTo(403);
        assertThat(post("/api/v1/receipts/sms/acme", body, "Authorization", "Bearer " + SECRET))
                .isEqualTo(200);
        assertThat(post("/api/v1/receipts/sms/acme", body, "Authorization", "Bearer x"))
                .isEqualTo(403);
        assertThat(post("/api/v1/receipts/sms/acme", body, "X-Nothing", "1")).isEqualTo(403);
        assertThat(heard).hasSize(2);
    }

    @Test
    void whatPeopleWroteIsHeard() throws Exception {
        String body = "{\"sender\":\"+436641234567\",\"body\":\"ACK 4711\"}";
        assertThat(post("/api/v1/replies/sms/acme", body, "Authorization", "Bearer " + SECRET))
                .isEqualTo(200);
        assertThat(heard).containsExactly(new SmsHeard.Text("acme", "+436641234567", "", "ACK 4711"));
    }

    @Test
    void whatIsMissingOrTooLongOrNotForUsIsRefused() throws Exception {
        assertThat(post("/api/v1/receipts/sms/acme", "{}", "Authorization", "Bearer " + SECRET))
                .isEqualTo(400);
        assertThat(post("/api/v1/receipts/sms/acme", "x".repeat(70_000), "Authorization", "Bearer " + SECRET))
                .isEqualTo(413);
        assertThat(get(base() + "/api/v1/receipts/sms/other?key=not+to+be+guessed"))
                .isEqualTo(404);
        assertThat(get(base() + "/api/v1/tests")).isEqualTo(404);
    }

    @Test
    void whatCannotBeKeptNowIsSentAgain() throws Exception {
        away = true;
        assertThat(get(base() + "/api/v1/receipts/sms/kannel?id=a&status=1&key=not+to+be+guessed"))
                .isEqualTo(503);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private int get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private int post(String path, String body, String header, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base().resolve(path))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String hmac(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static CallbackRules rules(
            String provider, Optional<String> id, String status, Optional<String> from, String text) {
        return new CallbackRules(
                provider,
                Optional.of("gw"),
                id,
                Optional.of(status),
                Pattern.compile("(?i)delivrd|delivered|1"),
                Pattern.compile("(?i)undeliv.*|expired|2|16"),
                from,
                text);
    }
}
