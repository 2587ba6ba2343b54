package org.mailcontinuity.events.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.contracts.event.NoticeWording;
import org.mailcontinuity.contracts.event.Notices;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Links;
import org.mailcontinuity.events.Outage;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;

/** Who is told of an event's start and end. */
@EventServiceTest
class NoticesIT {
    @Test
    void namesStakeholdersAndUsersAndWhatToSay() {
        Named named = named();
        Notices told = notices(named.event());
        assertThat(told.atStart()).isTrue();
        assertThat(told.atEnd()).isFalse();
        assertThat(told.sms()).isTrue();
        assertThat(told.contactIds()).containsExactly(UUID.fromString(named.ada()), UUID.fromString(named.bob()));
        assertThat(told.audienceIds()).containsExactly(UUID.fromString(named.sales()));
        assertThat(told.wordings())
                .containsExactly(
                        new NoticeWording("de", Optional.of("Bitte das Webmail benutzen."), Optional.empty()),
                        new NoticeWording("en", Optional.of("Use the web mail."), Optional.of("Thank you.")));
        Caller.admin()
                .get("/api/v1/events/" + named.event())
                .then()
                .body("noticeContactGroupIds", equalTo(List.of(named.board())))
                .body("noticeWordings[0].language", equalTo("de"))
                .body("notifyUsers", equalTo(true));
    }

    @Test
    void copiesNoticesAndChangesThemOneByOne() {
        Named named = named();
        String copy = Caller.admin()
                .body(Map.of("from", Instant.now().plusSeconds(3600).toString()))
                .post("/api/v1/events/" + named.event() + "/clone")
                .then()
                .statusCode(201)
                .body("noticeWordings.size()", equalTo(2))
                .extract()
                .path("eventId");
        Caller.admin()
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("noticeWordings", List.of(), "notifyUsers", false))
                .patch("/api/v1/events/" + copy)
                .then()
                .statusCode(200)
                .body("noticeWordings.size()", equalTo(0))
                .body("noticeContactGroupIds", equalTo(List.of(named.board())));
    }

    private record Named(String event, String ada, String bob, String board, String sales) {}

    private static Named named() {
        String ada = People.contact("Ada", "ada@stakeholders.test");
        String bob = People.contact("Bob", "bob@stakeholders.test");
        String board = id(Map.of("name", "board", "contactIds", List.of(bob, ada)), "contact-groups", "groupId");
        String sales = id(Map.of("name", "sales", "members", List.of("eve@sales.test")), "user-groups", "groupId");
        Map<String, Object> event = new HashMap<>(Map.of("name", "told", "duration", "PT1H"));
        event.put("scope", Map.of("groupIds", List.of(sales)));
        event.putAll(Map.of("notifyAtStart", true, "notifyUsers", true, "notifyBySms", true));
        event.put("noticeContactIds", List.of(ada));
        event.put("noticeContactGroupIds", List.of(board));
        event.put(
                "noticeWordings",
                List.of(
                        Map.of("language", "en", "start", "Use the web mail.", "end", "Thank you."),
                        Map.of("language", "de", "start", "Bitte das Webmail benutzen.")));
        return new Named(id(event, "events", "eventId"), ada, bob, board, sales);
    }

    @Test
    void refusesStakeholdersWhoAreNotThere() {
        Caller.admin()
                .body(Map.of(
                        "name",
                        "nobody",
                        "duration",
                        "PT1H",
                        "scope",
                        Map.of("everyone", true),
                        "noticeContactIds",
                        List.of(UUID.randomUUID()),
                        "noticeContactGroupIds",
                        List.of(UUID.randomUUID())))
                .post("/api/v1/events")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("noticeContactIds", "noticeContactGroupIds")));
    }

    @Test
    void tellsTheColleaguesOfThePolicyOfAnEventStartedFromTheAlert() {
        String ada = People.contact("Ada", "ada@colleagues.test");
        id(Map.of("name", "all", "members", List.of("@colleagues.test")), "user-groups", "groupId");
        Outage outage = Outage.begin(People.monitor("colleagues-told.test", People.policy(ada)), Severity.DOWN);
        outage.alert(AlertState.FIRING);
        String page = "/portal/"
                + Links.of(outage.alertId(), UUID.fromString(ada), Instant.now().plusSeconds(600));
        String html = Caller.nobody().get(page).then().statusCode(200).extract().asString();
        Matcher form = Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(html);
        assertThat(form.find()).isTrue();
        Caller.nobody()
                .contentType(ContentType.URLENC)
                .redirects()
                .follow(false)
                .formParams(Map.of(
                        "form", form.group(1), "action", "start", "duration", "PT1H", "scope", "*", "users", "tell"))
                .post(page)
                .then()
                .statusCode(303);
        String id = Caller.admin()
                .get("/api/v1/events?alertId=" + outage.alertId())
                .then()
                .body("items.size()", equalTo(1))
                .extract()
                .path("items[0].eventId");
        Notices told = notices(id);
        assertThat(told.atStart()).isTrue();
        assertThat(told.atEnd()).isTrue();
        assertThat(told.contactIds()).containsExactly(UUID.fromString(ada));
        assertThat(told.audienceIds()).isNotEmpty();
        assertThat(told.sms()).isFalse();
    }

    private static Notices notices(String eventId) {
        return await().until(() -> Wire.latest(ContinuityEventChanged.class, eventId), Optional::isPresent)
                .orElseThrow()
                .notices();
    }

    private static String id(Map<String, Object> body, String resource, String field) {
        return Caller.admin()
                .body(body)
                .post("/api/v1/" + resource)
                .then()
                .statusCode(201)
                .extract()
                .path(field);
    }
}
