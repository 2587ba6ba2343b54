package org.mailcontinuity.events.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Links;
import org.mailcontinuity.events.Outage;
import org.mailcontinuity.events.People;

@EventServiceTest
class PortalIT {
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private UUID contact;
    private Outage outage;
    private String link;

    @BeforeEach
    void alertSomebody() {
        String contactId = People.contact("Ada Lovelace", "ada@elsewhere.test");
        contact = UUID.fromString(contactId);
        outage = Outage.begin(People.monitor("broken.test", People.policy(contactId)), Severity.DOWN);
        outage.alert(AlertState.FIRING);
        link = Links.of(outage.alertId(), contact, Instant.now().plus(Duration.ofHours(24)));
    }

    @Test
    void showsWhatIsBrokenAndChangesNothing() {
        for (int i = 0; i < 3; i++) {
            open(link)
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.HTML)
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'self'"))
                    .header("Content-Security-Policy", not(containsString("unsafe-inline")))
                    .body(containsString("Mail to broken.test does not arrive"))
                    .body(containsString("mx1.broken.test refuses connections"))
                    .body(containsString("Ada Lovelace"))
                    .body(not(containsString(link)));
        }
        assertThat(outage.alert(AlertState.FIRING).revision()).isEqualTo(1);
        Caller.admin()
                .get("/api/v1/events?limit=200")
                .then()
                .body("items.alertId", not(hasItem(outage.alertId().toString())));
    }

    @Test
    void acknowledgesUnderTheContactsName() {
        String form = form(link);
        post(link, Map.of("form", form, "action", "acknowledge"), "acknowledged");
        assertThat(outage.alert(AlertState.ACKNOWLEDGED).standing())
                .get()
                .satisfies(standing -> assertThat(standing.by()).isEqualTo("Ada Lovelace"));
        post(link, Map.of("form", form, "action", "acknowledge"), "repeated");
        post(link, Map.of("form", form(link), "action", "acknowledge"), "already-acknowledged");
        Caller.admin()
                .get("/api/v1/audit?resourceId=" + outage.alertId())
                .then()
                .body("items.action", equalTo(java.util.List.of("acknowledge")))
                .body("items[0].actor.kind", equalTo("CONTACT"))
                .body("items[0].actor.name", equalTo("Ada Lovelace"));
        open(link + "?done=acknowledged").then().body(containsString("Thank you: the alert is yours."));
    }

    @Test
    void startsExtendsAndEndsAnEventOnce() {
        String form = form(link);
        Map<String, String> start = Map.of("form", form, "action", "start", "duration", "PT4H", "scope", "*");
        post(link, start, "started");
        post(link, start, "repeated");
        post(link, Map.of("form", form(link), "action", "start", "duration", "PT1H", "scope", "*"), "already-started");
        String page = open(link).asString();
        assertThat(page).contains("Continuity event is active");
        String later = value(page, Pattern.compile("<option value=\"(20[^\"]+)\""));
        Map<String, String> extend = Map.of("form", value(page, FORM), "action", "extend", "until", later);
        post(link, extend, "extended");
        post(link, extend, "repeated");
        Caller.admin()
                .get("/api/v1/events?limit=200")
                .then()
                .body(
                        "items.find { it.alertId == '" + outage.alertId() + "' }.until",
                        startsWith(later.substring(0, 19)));
        Map<String, String> end = Map.of("form", form(link), "action", "end", "reason", "Mail flows again");
        post(link, end, "ended");
        post(link, Map.of("form", form(link), "action", "end", "reason", "x"), "not-possible");
        assertThat(open(link).asString())
                .contains("Ada Lovelace started a continuity event")
                .contains("Ada Lovelace extended the continuity event")
                .contains("Ada Lovelace ended the continuity event");
    }

    @Test
    void suspendsNotifications() {
        post(link, Map.of("form", form(link), "action", "suspend", "duration", "PT1H"), "suspended");
        assertThat(outage.alert(AlertState.SUSPENDED).standing())
                .get()
                .satisfies(standing -> assertThat(standing.until()).isPresent());
        post(link, Map.of("form", form(link), "action", "suspend", "duration", "PT99H"), "not-understood");
    }

    @Test
    void refusesAFormOfAnotherLink() {
        String other = Links.of(outage.alertId(), contact, Instant.now().plus(Duration.ofHours(23)));
        send(link, Map.of("form", form(other), "action", "acknowledge")).then().statusCode(403);
        send(link, Map.of("form", "", "action", "acknowledge")).then().statusCode(403);
        assertThat(outage.alert(AlertState.FIRING).revision()).isEqualTo(1);
    }

    @Test
    void opensNothingWithABadLink() {
        String expired = Links.of(outage.alertId(), contact, Instant.now().minusSeconds(1));
        open(expired).then().statusCode(410).body(containsString("This link has expired"));
        send(expired, Map.of("action", "acknowledge")).then().statusCode(410);
        String tampered = (link.charAt(10) == 'A' ? link.substring(0, 10) + "B" : link.substring(0, 10) + "A")
                + link.substring(11);
        open(tampered).then().statusCode(404).body(containsString("does not open anything"));
        open("nonsense").then().statusCode(404);
        Instant tomorrow = Instant.now().plus(Duration.ofHours(24));
        open(Links.of(UUID.randomUUID(), contact, tomorrow)).then().statusCode(410);
        open(Links.of(outage.alertId(), UUID.randomUUID(), tomorrow)).then().statusCode(410);
        String stranger = People.contact("Eve", "eve@elsewhere.test");
        open(Links.of(outage.alertId(), UUID.fromString(stranger), tomorrow))
                .then()
                .statusCode(410);
    }

    private static Response open(String token) {
        return RestAssured.given().get("/portal/" + token);
    }

    private static String form(String token) {
        return value(open(token).asString(), FORM);
    }

    private static String value(String page, Pattern pattern) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private static Response send(String token, Map<String, String> fields) {
        return RestAssured.given()
                .contentType(ContentType.URLENC)
                .formParams(fields)
                .redirects()
                .follow(false)
                .post("/portal/" + token);
    }

    private static void post(String token, Map<String, String> fields, String done) {
        send(token, fields).then().statusCode(303).header("Location", "?done=" + done);
    }
}
