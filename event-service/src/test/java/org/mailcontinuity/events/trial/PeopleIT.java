package org.mailcontinuity.events.trial;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.People;

/** The console's page of people, and the preview of notices: what an administrator sees of the notifier. */
@EventServiceTest
class PeopleIT {
    private static final String REPLY = "550 5.1.1 <b>nobody</b> here";

    private HttpServer notifier;
    private String admin = "";

    @BeforeEach
    void haveANotifier() throws IOException {
        URI url = URI.create(ConfigProvider.getConfig().getValue("continuity.notifier.url", String.class));
        notifier = HttpServer.create(new InetSocketAddress(url.getHost(), url.getPort()), 0);
        answer("/api/v1/previews", 422, """
                {"status": 422, "title": "x", "violations": [{"field": "texts.sms", "rule": "TEMPLATE", "message": "line 2: no"}]}""");
        notifier.start();
        admin = session("ADMIN");
    }

    @AfterEach
    void stop() {
        notifier.stop(0);
    }

    @Test
    void showsWhatIsKnownOfEachAddressAndTriesIt() {
        String contact = People.contact("Ada <Lovelace>", "ada@page.test");
        answer("/api/v1/tests", 200, """
                {"contactId": "%s", "results": [{"channel": "EMAIL", "address": "ada@page.test", "outcome": "FAILED",
                 "via": "relay1.test:25", "reply": "%s", "at": "2026-11-24T12:00:00Z", "tookMillis": 12}]}""".formatted(contact, REPLY));
        page(admin)
                .body(containsString("Ada &lt;Lovelace&gt;"))
                .body(containsString("never tried"))
                .body(containsString("not verified."));
        post(admin, "/people/" + contact + "/test")
                .statusCode(303)
                .header("Location", containsString("/people?done=not_reached"));
        page(admin)
                .body(containsString("last failed"))
                .body(containsString("550 5.1.1 &lt;b&gt;nobody&lt;/b&gt; here"))
                .body(containsString("last tested"));
    }

    @Test
    void refusesAContactWhoseOnlyEmailLiesInAWatchedDomainAndSaysWhy() {
        People.monitor("watched.page.test", People.policy(People.contact("Grace", "grace@outside.test")));
        form(admin, Map.of("name", "Bob", "locale", "en", "type", "EMAIL", "address", "bob@watched.page.test"))
                .statusCode(409)
                .body(containsString("must reach the person when the mail of watched.page.test fails"))
                .body(containsString("value=\"bob@watched.page.test\""));
        form(admin, Map.of("name", "Bob \"B\"", "locale", "en", "type", "EMAIL", "address", "no address"))
                .statusCode(409)
                .body(containsString("must be an email address"))
                .body(containsString("value=\"Bob &quot;B&quot;\""));
        form(admin, Map.of("name", "", "type", "EMAIL", "address", "bob@outside.test"))
                .statusCode(409);
        form(admin, Map.of("name", "Bob Outside", "type", "EMAIL", "address", "bob@outside.test"))
                .statusCode(303);
        page(admin).body(containsString("Bob Outside"));
    }

    @Test
    void letsOthersLookButNotTouch() {
        String contact = People.contact("Carol", "carol@page.test");
        String viewer = session("VIEWER");
        page(viewer).body(containsString("Carol")).body(not(containsString("Send a test")));
        post(viewer, "/people/" + contact + "/test").statusCode(403);
        post("made-up", "/people/" + contact + "/test").statusCode(303).header("Location", containsString("/sign-in"));
        browser(admin)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/people/" + contact + "/test")
                .then()
                .statusCode(403);
        browser("").get("/people").then().statusCode(303);
    }

    @Test
    void passesOnWhatTheNotifierSaysOfATemplate() {
        Map<String, Object> request = Map.of("notice", "firing", "channel", "SMS", "texts", Map.of("sms", "{nobody}"));
        Caller.admin()
                .body(request)
                .post("/api/v1/notifications/preview")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("texts.sms"))
                .body("violations[0].message", equalTo("line 2: no"));
        Caller.as("OPERATOR")
                .body(request)
                .post("/api/v1/notifications/preview")
                .then()
                .statusCode(403);
        notifier.removeContext("/api/v1/previews");
        answer("/api/v1/previews", 200, """
                {"subject": "S", "sms": {"text": "hello", "coding": "GSM7", "units": 5, "segments": 1}, "more": 1}""");
        Caller.admin()
                .body(request)
                .post("/api/v1/notifications/preview")
                .then()
                .statusCode(200)
                .body("sms.segments", equalTo(1));
    }

    private void answer(String path, int status, String body) {
        notifier.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private static ValidatableResponse page(String session) {
        return browser(session).get("/people").then().statusCode(200);
    }

    private static ValidatableResponse post(String session, String path) {
        return browser(session)
                .header("Sec-Fetch-Site", "same-origin")
                .post(path)
                .then();
    }

    private static ValidatableResponse form(String session, Map<String, String> fields) {
        return browser(session)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(fields)
                .post("/people")
                .then();
    }

    private static String session(String role) {
        String token = Caller.admin()
                .body(Map.of("name", "browser", "role", role))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        return browser("")
                .contentType(ContentType.URLENC)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("token", token)
                .post("/sign-in")
                .cookie("continuity_session");
    }

    private static RequestSpecification browser(String session) {
        return RestAssured.given().redirects().follow(false).cookie("continuity_session", session);
    }
}
