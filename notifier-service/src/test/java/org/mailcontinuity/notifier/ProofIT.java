package org.mailcontinuity.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event-service asks for a test message; nobody else may. */
@QuarkusTest
@QuarkusTestResource(NotifierStack.class)
class ProofIT {
    @SuppressWarnings("NullAway.Init") // set by the test resource
    NotifierStack.Peers peers;

    @Inject
    ShiftedClock clock;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private TestWorld world;

    @BeforeEach
    void open() {
        world = new TestWorld(peers, database, bootstrapServers);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void sendsATestOverEachAddressAndSaysWhatCameOfIt() throws JoseException {
        UUID ada = world.contact("en");
        world.topics().write(new TestAlert().step(0, ada).firing());
        world.awaitMails(ada, 1);

        given().header("Authorization", "Bearer " + token("event-service", "notifier-service", serviceKey()))
                .contentType("application/json")
                .body(Map.of("contactId", ada, "requestedBy", "Grace"))
                .post("/api/v1/tests")
                .then()
                .statusCode(200)
                .body("results[0].channel", equalTo("EMAIL"))
                .body("results[0].outcome", equalTo("SENT"))
                .body("results[0].reply", startsWith("250"));
        assertThat(world.mails(ada).getLast().content()).contains("asked for by Grace");
    }

    @Test
    void sendsACodeToOneAddress() throws JoseException {
        UUID ada = world.contact("de");
        world.topics().write(new TestAlert().step(0, ada).firing());
        world.awaitMails(ada, 1);

        code(ada, ada + "@people.test").statusCode(200).body("results[0].outcome", equalTo("SENT"));
        assertThat(world.mails(ada).getLast().content()).contains("Ihr Code: 402917");
        code(ada, "another@people.test").statusCode(404);
    }

    private ValidatableResponse code(UUID contact, String address) throws JoseException {
        return given().header("Authorization", "Bearer " + token("event-service", "notifier-service", serviceKey()))
                .contentType("application/json")
                .body(Map.of(
                        "contactId", contact,
                        "requestedBy", "Grace",
                        "channel", "EMAIL",
                        "address", address,
                        "code", "402917"))
                .post("/api/v1/tests")
                .then();
    }

    @Test
    void refusesCallersWithoutTheRightToken() throws JoseException {
        String[] tokens = {
            "none",
            token("event-service", "probe-service", serviceKey()),
            token("somebody", "notifier-service", serviceKey()),
            token("event-service", "notifier-service", peers.linkKeys().getPrivate())
        };
        for (String token : tokens) {
            given().header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .body(Map.of("contactId", UUID.randomUUID(), "requestedBy", "Grace"))
                    .post("/api/v1/tests")
                    .then()
                    .statusCode(401);
        }
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/tests")
                .then()
                .statusCode(401);
    }

    @Test
    void wordsANoticeWithoutSendingIt() throws JoseException {
        preview(Map.of("notice", "firing", "language", "de", "cause", "554 <b>no</b>\r\nBcc: x@y.z {link}"))
                .statusCode(200)
                .body("subject", startsWith("[DOWN] example.com und 1 weitere"))
                .body("text", containsString("554 <b>no</b> Bcc: x@y.z {link}"))
                .body("html", containsString("&lt;b&gt;no&lt;/b&gt;"))
                .body("sms.coding", equalTo("GSM7"))
                .body("sms.segments", equalTo(2));
        preview(Map.of("notice", "firing", "channel", "SMS", "texts", Map.of("sms", "{domain} []€ 1")))
                .statusCode(200)
                .body("html", nullValue())
                .body("sms.text", equalTo("example.com []€ 1"))
                .body("sms.units", equalTo(20))
                .body("sms.segments", equalTo(1));
    }

    @Test
    void namesLineAndRuleOfATemplatesFault() throws JoseException {
        preview(Map.of("notice", "firing", "texts", Map.of("txt", "Subject\n\n{cause.getClass.name}")))
                .statusCode(422)
                .body("violations[0].field", equalTo("texts.txt"))
                .body("violations[0].message", startsWith("line 3: "));
        preview(Map.of("notice", "nobody")).statusCode(400).body("violations[0].field", equalTo("notice"));
    }

    private ValidatableResponse preview(Map<String, Object> request) throws JoseException {
        return given().header("Authorization", "Bearer " + token("event-service", "notifier-service", serviceKey()))
                .contentType("application/json")
                .body(request)
                .post("/api/v1/previews")
                .then();
    }

    private PrivateKey serviceKey() {
        return peers.serviceKeys().getPrivate();
    }

    private String token(String issuer, String audience, PrivateKey key) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setExpirationTime(NumericDate.fromMilliseconds(clock.millis() + 60_000));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        return signature.getCompactSerialization();
    }
}
