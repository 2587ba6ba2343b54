package org.mailcontinuity.events.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;

/** Continuity events that were scheduled ahead are maintenance of the monitors they cover. */
@EventServiceTest
class PlannedEventIT {
    private static final String EVENTS = "/api/v1/events";

    private final String domain = "p" + UUID.randomUUID().toString().substring(0, 8) + ".test";
    private final Instant from = Instant.now().plusSeconds(7200).truncatedTo(ChronoUnit.SECONDS);
    private String policy = "";
    private String monitor = "";
    private String other = "";
    private String group = "";

    @BeforeEach
    void haveMonitors() {
        policy = People.policy(People.contact("Ada Lovelace", "ada@elsewhere.test"));
        monitor = People.monitor(domain, policy);
        other = People.monitor("other-" + domain, policy);
        group = group();
    }

    @Test
    void followsAnEventThatIsScheduledMovedAndCancelled() {
        String event = create(from, "PT1H");
        MaintenanceSpan planned = new MaintenanceSpan(from, from.plusSeconds(3600));
        until(spans -> spans.contains(planned));
        assertThat(spans(other)).doesNotContain(planned);
        Caller.admin()
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of(
                        "from",
                        from.plusSeconds(60).toString(),
                        "until",
                        from.plusSeconds(660).toString()))
                .patch(EVENTS + "/" + event)
                .then()
                .statusCode(200);
        MaintenanceSpan moved = new MaintenanceSpan(from.plusSeconds(60), from.plusSeconds(660));
        until(spans -> spans.contains(moved) && !spans.contains(planned));
        String late = People.monitor(domain, policy);
        assertThat(spans(late)).contains(moved);
        Caller.admin()
                .body(Map.of())
                .post(EVENTS + "/" + event + "/cancel")
                .then()
                .statusCode(200);
        until(spans -> !spans.contains(moved));
    }

    @Test
    void endsWithTheEventThatEndsEarly() {
        Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        String event = create(soon, "PT2H");
        until(spans -> spans.contains(new MaintenanceSpan(soon, soon.plusSeconds(7200))));
        await().atMost(Duration.ofSeconds(20)).until(() -> state(event), "ACTIVE"::equals);
        Caller.admin()
                .body(Map.of("reason", "done"))
                .post(EVENTS + "/" + event + "/end")
                .then()
                .statusCode(200);
        until(spans -> spans.stream()
                .anyMatch(span -> span.from().equals(soon)
                        && span.until().isAfter(soon)
                        && span.until().isBefore(soon.plusSeconds(600))));
    }

    @Test
    void hidesNothingWhereAnEventIsStartedAtOnce() {
        Instant now = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        String event = create(now, "PT2H");
        assertThat(state(event)).isEqualTo("ACTIVE");
        String planned = create(from, "PT2H");
        until(spans -> spans.contains(new MaintenanceSpan(from, from.plusSeconds(7200))));
        assertThat(spans(monitor)).noneMatch(span -> span.from().equals(now));
        Caller.admin().body(Map.of()).post(EVENTS + "/" + event + "/end").then().statusCode(200);
        Caller.admin()
                .body(Map.of())
                .post(EVENTS + "/" + planned + "/cancel")
                .then()
                .statusCode(200);
    }

    private void until(Predicate<List<MaintenanceSpan>> told) {
        await().atMost(Duration.ofSeconds(20)).until(() -> spans(monitor), told);
    }

    private static List<MaintenanceSpan> spans(String of) {
        return await().until(() -> Wire.latest(MonitorDefinition.class, of), found -> found.isPresent())
                .orElseThrow()
                .maintenance();
    }

    private static String state(String event) {
        return Caller.admin().get(EVENTS + "/" + event).then().extract().path("state");
    }

    private String create(Instant begin, String duration) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "migration");
        body.put("from", begin.toString());
        body.put("duration", duration);
        body.put("scope", Map.of("groupIds", List.of(group)));
        return Caller.admin()
                .body(body)
                .post(EVENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("eventId");
    }

    private String group() {
        return Caller.admin()
                .body(Map.of("name", "all of " + domain, "members", List.of("@" + domain)))
                .post("/api/v1/user-groups")
                .then()
                .statusCode(201)
                .extract()
                .path("groupId");
    }
}
