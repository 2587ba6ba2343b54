package org.mailcontinuity.events.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.Notice;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;

@EventServiceTest
class TrialIT {
    private static final String EMAIL = "ada@tried.test";
    private static final String ANSWER = """
            {"contactId": "%s", "results": [{"channel": "EMAIL", "address": "ada@tried.test", "outcome": "%s",
             "via": "relay1.test:25", "reply": "%s", "at": "%s", "tookMillis": 12, "somethingNew": true}]}""";

    private final ObjectMapper json = new ObjectMapper();
    private final Queue<JsonNode> asked = new ConcurrentLinkedQueue<>();
    private final UUID address = new ContactChannel(ChannelType.EMAIL, EMAIL, Optional.empty()).addressId();
    private volatile int unknownFor;
    private volatile String outcome = "SENT";
    private String contact = "";
    private HttpServer notifier;

    @BeforeEach
    void haveAContactAndANotifier() throws IOException {
        contact = People.contact("Ada Lovelace", EMAIL);
        URI url = URI.create(ConfigProvider.getConfig().getValue("continuity.notifier.url", String.class));
        notifier = HttpServer.create(new InetSocketAddress(url.getHost(), url.getPort()), 0);
        notifier.createContext("/api/v1/tests", exchange -> {
            asked.add(json.readTree(exchange.getRequestBody()));
            boolean known = asked.size() > unknownFor;
            String body = known ? ANSWER.formatted(contact, outcome, "250 queued", Instant.now()) : "{}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 404, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        notifier.start();
    }

    @AfterEach
    void stop() {
        notifier.stop(0);
    }

    @Test
    void testsEachAddressAndKeepsTheProof() {
        unknownFor = 2;
        Caller.admin()
                .post(path("/test"))
                .then()
                .statusCode(200)
                .body("results[0].outcome", equalTo("SENT"))
                .body("results[0].via", equalTo("relay1.test:25"));
        assertThat(asked).hasSize(3);
        assertThat(asked.peek().path("requestedBy").asText()).startsWith("first admin");
        assertThat(asked.peek().has("code")).isFalse();
        shown().body("channels[0].lastSuccessAt", notNullValue())
                .body("channels[0].lastVia", equalTo("relay1.test:25"))
                .body("channels[0].addressId", equalTo(address.toString()))
                .body("channels[0].verifiedAt", nullValue());
        Caller.as("OPERATOR").post(path("/test")).then().statusCode(403);
    }

    @Test
    void verifiesAnAddressByACode() {
        String code = codeSent();
        Caller.admin()
                .body(Map.of("addressId", address))
                .post(path("/verifications"))
                .then()
                .statusCode(409)
                .body("rule", equalTo("CODE_SENT_JUST_NOW"));
        confirm(code.equals("000000") ? "000001" : "000000")
                .statusCode(409)
                .body("rule", equalTo("WRONG_CODE"))
                .body("detail", containsString("attempts left: 4"));
        confirm("12345").statusCode(400);
        confirm(code).statusCode(204);
        shown().body("channels[0].verifiedAt", notNullValue()).body("revision", equalTo(2));
        confirm(code).statusCode(409).body("rule", equalTo("NO_CODE_SENT"));
        await().untilAsserted(() -> assertThat(Wire.latest(Contact.class, contact))
                .get()
                .satisfies(told ->
                        assertThat(told.channels().getFirst().verifiedAt()).isPresent()));
    }

    @Test
    void keepsAnAddressVerifiedForAsLongAsItStays() {
        confirm(codeSent()).statusCode(204);
        patch(2, Map.of("name", "Ada King")).body("channels[0].verifiedAt", notNullValue());
        patch(3, Map.of("channels", List.of(Map.of("type", "EMAIL", "address", "other@tried.test"))))
                .body("channels[0].verifiedAt", nullValue())
                .body("channels[0].lastSuccessAt", nullValue());
    }

    private String codeSent() {
        Caller.admin()
                .body(Map.of("addressId", address))
                .post(path("/verifications"))
                .then()
                .statusCode(201)
                .body("attemptsLeft", equalTo(5));
        JsonNode sent = asked.remove();
        assertThat(sent.path("address").asText()).isEqualTo(EMAIL);
        assertThat(sent.path("channel").asText()).isEqualTo("EMAIL");
        assertThat(sent.path("code").asText()).matches("[0-9]{6}");
        return sent.path("code").asText();
    }

    private ValidatableResponse patch(int revision, Map<String, Object> change) {
        return Caller.admin()
                .header("If-Match", "\"" + revision + "\"")
                .contentType("application/merge-patch+json")
                .body(change)
                .patch(path(""))
                .then()
                .statusCode(200);
    }

    @Test
    void putsAnEndToACodeThatCouldNotBeSent() {
        outcome = "FAILED";
        Caller.admin()
                .body(Map.of("addressId", address))
                .post(path("/verifications"))
                .then()
                .statusCode(409)
                .body("rule", equalTo("CODE_NOT_SENT"))
                .body("detail", containsString("250 queued"));
        confirm("123456").body("rule", equalTo("NO_CODE_SENT"));
        Caller.admin()
                .body(Map.of("addressId", UUID.randomUUID()))
                .post(path("/verifications"))
                .then()
                .statusCode(400)
                .body("violations[0].rule", equalTo("ADDRESS_UNKNOWN"));
        notifier.stop(0);
        Caller.admin().post(path("/test")).then().statusCode(503).body("detail", containsString("notifier"));
    }

    @Test
    void showsAnAddressThatIsRefusedForGood() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Wire.send(attempt(AttemptOutcome.FAILED, now, true));
        await().untilAsserted(() -> shown().body("channels[0].badReason", equalTo("550 5.1.1 no such user")));
        Wire.send(attempt(AttemptOutcome.SENT, now.plusSeconds(5), false));
        await().untilAsserted(() -> shown().body("channels[0].badSince", nullValue()));
        Caller.admin().get("/api/v1/contacts").then().body("items[0].channels[0].lastVia", equalTo("relay1.test"));
    }

    private ValidatableResponse confirm(String code) {
        return Caller.admin()
                .body(Map.of("addressId", address, "code", code))
                .post(path("/verifications/confirm"))
                .then();
    }

    private ValidatableResponse shown() {
        return Caller.as("VIEWER").get(path("")).then().statusCode(200);
    }

    private String path(String rest) {
        return "/api/v1/contacts/" + contact + rest;
    }

    private NotificationAttempted attempt(AttemptOutcome outcomeOfIt, Instant at, boolean bad) {
        return new NotificationAttempted(
                UUID.randomUUID(),
                Optional.of(UUID.randomUUID()),
                Optional.empty(),
                1,
                Notice.FIRING,
                0,
                UUID.fromString(contact),
                ChannelType.EMAIL,
                0,
                1,
                at,
                outcomeOfIt,
                Optional.of("relay1.test"),
                Optional.of("550 5.1.1 no such user"),
                Optional.empty(),
                Optional.of(address),
                bad);
    }
}
