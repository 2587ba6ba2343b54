package org.mailcontinuity.events.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Timings;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.contracts.vantage.VantageStatus;
import org.mailcontinuity.contracts.window.VantageCounts;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;

@EventServiceTest
class WindowIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @Test
    void keepsWindowsOnceAndKnowsSinceWhenAVerdictHolds() {
        String id = monitor("windows.test");
        Wire.send(window(id, 5, Verdict.FAILING));
        Wire.send(window(id, 4, Verdict.HEALTHY));
        Wire.send(window(id, 3, Verdict.HEALTHY));
        Wire.send(window(id, 3, Verdict.HEALTHY));
        await().untilAsserted(() ->
                Caller.admin().get("/api/v1/monitors/" + id + "/windows").then().body("items", hasSize(3)));
        Caller.admin()
                .get("/api/v1/monitors/" + id + "/windows")
                .then()
                .body("items.verdict", equalTo(List.of("FAILING", "HEALTHY", "HEALTHY")));
        Caller.as("VIEWER")
                .get("/api/v1/monitors/" + id + "/status")
                .then()
                .statusCode(200)
                .body("directions[0].verdict", equalTo("HEALTHY"))
                .body("directions[0].since", equalTo(start(4).toString()))
                .body("directions[0].disruptions", hasSize(0));
    }

    @Test
    void tellsThatASyntheticSampleGotThrough() {
        Instant sampledAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Wire.send(new WindowJudgement(
                PipelineSeen.MONITOR_ID,
                Direction.INBOUND,
                sampledAt,
                sampledAt,
                Verdict.HEALTHY,
                List.of(new VantageCounts("local", 1, 0, 0, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        await().untilAsserted(() -> assertThat(Wire.latest(PipelineSeen.class, PipelineSeen.KEY))
                .get()
                .satisfies(seen -> assertThat(seen.sampledAt()).isEqualTo(sampledAt)));
    }

    @Test
    void dropsWindowsThatAreTooOld() {
        String id = monitor("old-windows.test");
        Wire.send(window(id, 60 * 24 * 40, Verdict.HEALTHY));
        Wire.send(window(id, 60 * 24 * 29, Verdict.HEALTHY));
        await().untilAsserted(() -> Caller.admin()
                .get("/api/v1/monitors/" + id + "/windows?from=" + start(60 * 24 * 29 + 60))
                .then()
                .body("items", hasSize(1)));
    }

    @Test
    void refusesASpanThatIsTooLong() {
        String id = monitor("span.test");
        Caller.admin()
                .get("/api/v1/monitors/" + id + "/windows?from=2020-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("from"));
        Caller.admin()
                .get("/api/v1/monitors/" + id + "/windows?from=yesterday")
                .then()
                .statusCode(400)
                .body("violations[0].rule", equalTo("FORMAT"));
        Caller.admin()
                .get("/api/v1/monitors/" + UUID.randomUUID() + "/windows")
                .then()
                .statusCode(404);
    }

    @Test
    void readsSamplesFromTheBrokerByKeyAndTime() {
        String id = monitor("samples.test");
        String other = monitor("other-samples.test");
        for (int i = 0; i < 5; i++) {
            Wire.send(sample(id, i));
            Wire.send(sample(other, i));
        }
        Caller.admin()
                .get("/api/v1/monitors/" + id + "/samples")
                .then()
                .statusCode(200)
                .body("truncated", equalTo(false))
                .body("items", hasSize(5))
                .body("items.monitorId.unique()", equalTo(List.of(id)));
        Caller.admin()
                .get("/api/v1/monitors/" + id + "/samples?limit=2")
                .then()
                .body("items", hasSize(2))
                .body("truncated", equalTo(true));
        Caller.admin()
                .get("/api/v1/monitors/" + id + "/samples?to=" + NOW.minus(Duration.ofHours(1)))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void followsTheWorkersOfVantages() {
        Wire.send(new VantageStatus(
                "eu-1",
                "worker-1",
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                VantageState.SINGLE_VIEW,
                3,
                Duration.ZERO,
                Optional.empty(),
                0,
                List.of(),
                Optional.of(Instant.parse("2026-11-24T03:12:59Z"))));
        await().untilAsserted(() -> Caller.admin()
                .get("/api/v1/vantages")
                .then()
                .statusCode(200)
                .body("items.vantage", hasItem("eu-1"))
                .body("items.find { it.vantage == 'eu-1' }.silent", equalTo(false))
                .body("items.find { it.vantage == 'eu-1' }.lastSampleAt", equalTo("2026-11-24T03:12:59Z")));
    }

    private static Instant start(int minutesAgo) {
        return NOW.minus(Duration.ofMinutes(minutesAgo));
    }

    private static WindowJudgement window(String monitor, int minutesAgo, Verdict verdict) {
        return new WindowJudgement(
                UUID.fromString(monitor),
                Direction.INBOUND,
                start(minutesAgo),
                start(minutesAgo).plusSeconds(60),
                verdict,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Sample sample(String monitor, int number) {
        UUID id = UUID.fromString(monitor);
        Instant at = NOW.plusSeconds(number);
        Optional<Route> route = Optional.of(Route.of("mx1.samples.test", 25, 10));
        return new Sample(
                Sample.idOf(id, "local", Check.SMTP_ROUTE, route, at),
                id,
                1,
                Direction.INBOUND,
                Check.SMTP_ROUTE,
                route,
                "local",
                "w",
                Trigger.SCHEDULED,
                at,
                at,
                at.plusMillis(20),
                Optional.empty(),
                Outcome.SUCCESS,
                Stage.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Timings.ofTotal(20),
                Optional.empty(),
                Optional.empty());
    }

    private static String monitor(String domain) {
        return People.monitor(domain, People.policy(People.contact("Ada", "ada@elsewhere.test")));
    }
}
