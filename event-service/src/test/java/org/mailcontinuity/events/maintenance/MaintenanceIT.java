package org.mailcontinuity.events.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.monitor.MaintenanceSpan;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Wire;

@EventServiceTest
class MaintenanceIT {
    private static final String WINDOWS = "/api/v1/maintenance-windows";

    private final Instant from = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    private final String label = UUID.randomUUID().toString();

    @Test
    void reachesMonitorsByIdAndByLabelAndLeavesThemAgain() {
        String named = monitor(Map.of());
        String labelled = monitor(Map.of("site", label));
        String window = window(Map.of(
                "name",
                "patch night",
                "monitorIds",
                List.of(named),
                "labels",
                Map.of("site", label),
                "from",
                from.toString(),
                "until",
                from.plusSeconds(600).toString()));
        MaintenanceSpan span = new MaintenanceSpan(from, from.plusSeconds(600));
        maintained(named, List.of(span));
        maintained(labelled, List.of(span));
        String late = monitor(Map.of("site", label));
        maintained(late, List.of(span));
        Caller.admin()
                .get("/api/v1/monitors/" + named)
                .then()
                .body("revision", equalTo(2))
                .body("maintenance.size()", equalTo(0));
        relabel(window, "elsewhere");
        maintained(labelled, List.of());
        maintained(named, List.of(span));
        Caller.admin()
                .header("If-Match", "\"2\"")
                .delete(WINDOWS + "/" + window)
                .then()
                .statusCode(204);
        maintained(named, List.of());
    }

    private static void relabel(String window, String site) {
        Caller.admin()
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("labels", Map.of("site", site)))
                .patch(WINDOWS + "/" + window)
                .then()
                .statusCode(200);
    }

    @Test
    void comesAgainEveryDay() {
        String monitor = monitor(Map.of());
        Caller.admin()
                .body(Map.of(
                        "name",
                        "nightly",
                        "monitorIds",
                        List.of(monitor),
                        "from",
                        from.toString(),
                        "until",
                        from.plusSeconds(600).toString(),
                        "timeZone",
                        "Europe/Vienna",
                        "recurrence",
                        Map.of("frequency", "DAILY")))
                .post(WINDOWS)
                .then()
                .statusCode(201)
                .body("next.size()", equalTo(5));
        await().untilAsserted(() -> assertThat(Wire.latest(MonitorDefinition.class, monitor))
                .get()
                .satisfies(told -> assertThat(told.maintenance()).hasSizeGreaterThanOrEqualTo(13)));
    }

    @Test
    void refusesWhatMakesNoSense() {
        Caller.admin()
                .body(Map.of(
                        "name",
                        "none",
                        "monitorIds",
                        List.of(UUID.randomUUID()),
                        "from",
                        from.toString(),
                        "until",
                        from.toString()))
                .post(WINDOWS)
                .then()
                .statusCode(400)
                .body("violations.rule", equalTo(List.of("RANGE", "MONITOR_UNKNOWN")));
        Caller.as("OPERATOR").body(Map.of()).post(WINDOWS).then().statusCode(403);
        Caller.as("VIEWER").get(WINDOWS).then().statusCode(200).body("items.size()", greaterThan(-1));
    }

    /** Planned events of everyone may give a monitor more spans. */
    private void maintained(String monitor, List<MaintenanceSpan> spans) {
        await().untilAsserted(() -> assertThat(Wire.latest(MonitorDefinition.class, monitor))
                .get()
                .satisfies(told -> assertThat(told.maintenance())
                        .filteredOn(span -> span.from().equals(from))
                        .isEqualTo(spans)));
    }

    private static String window(Map<String, Object> body) {
        return Caller.admin()
                .body(body)
                .post(WINDOWS)
                .then()
                .statusCode(201)
                .body("next.size()", equalTo(1))
                .extract()
                .path("maintenanceWindowId");
    }

    private static String monitor(Map<String, String> labels) {
        String domain = "m" + UUID.randomUUID().toString().substring(0, 8) + ".test";
        return Caller.admin()
                .body(Map.of(
                        "name",
                        domain,
                        "domain",
                        domain,
                        "labels",
                        labels,
                        "inbound",
                        Map.of("recipient", "postmaster@" + domain)))
                .post("/api/v1/monitors")
                .then()
                .statusCode(201)
                .extract()
                .path("monitorId");
    }
}
