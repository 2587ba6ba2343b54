package org.mailcontinuity.events.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.disruption.ClearReason;
import org.mailcontinuity.contracts.disruption.DisruptionChanged;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.DisruptionReopened;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Links;
import org.mailcontinuity.events.Outage;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;
import org.mailcontinuity.events.alert.AlertRepository;

/** Disruptions with a cause in common are one alert. */
@EventServiceTest
class FoldingIT {
    private static final String PROVIDER = ".mail.protection.outlook.com";

    @Inject
    Disruptions disruptions;

    @Inject
    DisruptionRepository rows;

    @Inject
    AlertRepository alerts;

    private final Instant now = Instant.now();
    private String contact = "";
    private String policy = "";

    @BeforeEach
    void haveAPolicy() {
        contact = People.contact("Ada Lovelace", "ada@elsewhere.test");
        policy = People.policy(contact);
    }

    @Test
    void tellsOfAProvidersDomainsOnceAndThatAllAreWell() {
        List<Outage> outages = outages(3, Severity.DOWN, policy);
        outages.forEach(Outage::opens);
        AlertChanged alert = await().until(() -> latest(outages), found -> found.monitorCount() == 3);
        assertThat(alert.subject()).contains("Microsoft 365");
        assertThat(alert.domainCount()).isEqualTo(3);
        assertThat(alert.openCount()).isEqualTo(3);
        assertThat(alert.episode()).isEqualTo(1);
        assertThat(alert.disruptionIds()).containsExactlyInAnyOrderElementsOf(ids(outages));
        assertThat(alert.monitors().getLast().cause()).get().asString().contains(PROVIDER);
        page(alert, "Mail to 3 domains at Microsoft 365 does not arrive");
        outages.getFirst().ends();
        AlertChanged fewer = await().until(() -> latest(outages), found -> found.openCount() == 2);
        assertThat(fewer.state()).isEqualTo(AlertState.FIRING);
        assertThat(fewer.monitors().getLast().clearedAt()).isPresent();
        outages.get(1).ends();
        outages.get(2).ends();
        AlertChanged over = await().until(() -> latest(outages), found -> found.state() == AlertState.RESOLVED);
        assertThat(over.openCount()).isZero();
        page(over, "Mail to 3 domains at Microsoft 365 arrives again");
    }

    @Test
    void raisesAnAlertOfItsOwnUnderAnotherPolicyAndAfterTwoMinutes() {
        String others = People.policy(People.contact("Bob Babbage", "bob@elsewhere.test"));
        Outage first = Outage.at(monitor(policy), Severity.DOWN, "one" + PROVIDER, now);
        Outage joiner = Outage.at(monitor(policy), Severity.DOWN, "two" + PROVIDER, now.plusSeconds(120));
        Outage late = Outage.at(monitor(policy), Severity.DOWN, "three" + PROVIDER, now.plusSeconds(121));
        Outage foreign = Outage.at(monitor(others), Severity.DOWN, "four" + PROVIDER, now);
        Outage elsewhere = Outage.at(monitor(policy), Severity.DOWN, "mx.elsewhere.test", now);
        List<Outage> all = List.of(first, joiner, late, foreign, elsewhere);
        all.forEach(outage -> follow(new DisruptionOpened(outage.disruption())));
        assertThat(alertOf(joiner)).isEqualTo(alertOf(first));
        assertThat(Set.of(alertOf(first), alertOf(late), alertOf(foreign), alertOf(elsewhere)))
                .hasSize(4);
        assertThat(message(alertOf(foreign)).steps().getFirst().contactIds())
                .isNotEqualTo(message(alertOf(first)).steps().getFirst().contactIds());
    }

    @Test
    void growsAnEpisodeWhenItWorsensOrComesBackAndNotWhenOthersJoin() {
        List<Outage> outages = outages(2, Severity.DEGRADED, policy);
        outages.forEach(outage -> follow(new DisruptionOpened(outage.disruption())));
        UUID alert = alertOf(outages.getFirst());
        assertThat(message(alert).episode()).isEqualTo(1);
        Outage worst = Outage.at(monitor(policy), Severity.DOWN, "worst" + PROVIDER, now.plusSeconds(5));
        follow(new DisruptionOpened(worst.disruption()));
        assertThat(message(alert).episode()).isEqualTo(2);
        assertThat(message(alert).severity()).isEqualTo(Severity.DOWN);
        follow(worst.cleared());
        until(alert, found -> found.severity() == Severity.DEGRADED);
        outages.forEach(outage -> follow(outage.cleared()));
        assertThat(message(alert).state()).isEqualTo(AlertState.RESOLVED);
        Instant back = now.plusSeconds(600);
        follow(new DisruptionReopened(outages.getFirst().disruption(), back));
        assertThat(message(alert).state()).isEqualTo(AlertState.FIRING);
        assertThat(message(alert).episode()).isEqualTo(3);
        Outage next = Outage.at(monitor(policy), Severity.DEGRADED, "next" + PROVIDER, back.plusSeconds(60));
        follow(new DisruptionOpened(next.disruption()));
        assertThat(alertOf(next)).isEqualTo(alert);
        until(alert, found -> found.openCount() == 2);
    }

    @RepeatedTest(5)
    void makesOneAlertOfDisruptionsFoundAtTheSameInstantByReplicas() throws Exception {
        String ownPolicy = People.policy(contact);
        List<Outage> outages = outages(8, Severity.DOWN, ownPolicy);
        atOnce(outages.stream()
                .map(outage -> List.<DisruptionMessage>of(new DisruptionOpened(outage.disruption())))
                .toList());
        Set<UUID> found = outages.stream().map(this::alertOf).collect(Collectors.toSet());
        assertThat(found).hasSize(1);
        AlertChanged alert = until(found.iterator().next(), told -> told.monitorCount() == 8);
        assertThat(alert.revision()).isLessThanOrEqualTo(8);
        assertThat(alert.episode()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void resolvesWhateverTheOrderInWhichReplicasHearOfDisruptions() throws Exception {
        String ownPolicy = People.policy(contact);
        Random order = new Random(7);
        List<Outage> outages = outages(6, Severity.DOWN, ownPolicy);
        List<List<DisruptionMessage>> told = new ArrayList<>(outages.stream()
                .map(outage -> List.of(
                        new DisruptionOpened(outage.disruption()),
                        new DisruptionChanged(outage.disruption(), now.plusSeconds(30)),
                        outage.cleared(),
                        new DisruptionReopened(outage.disruption(), now.plusSeconds(200)),
                        outage.cleared(),
                        (DisruptionMessage) new DisruptionCleared(
                                outage.disruption(), now.plusSeconds(400), ClearReason.RECOVERED)))
                .toList());
        Collections.shuffle(told, order);
        atOnce(told);
        outages.stream().map(this::alertOf).distinct().map(this::message).forEach(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(alert.openCount()).isZero();
        });
    }

    @Test
    void tellsNobodyOfADisruptionThatWasOverWhenItWasFirstHeardOf() {
        Outage outage = Outage.at(monitor(policy), Severity.DOWN, "mx.over.test", now);
        follow(outage.cleared());
        follow(new DisruptionOpened(outage.disruption()));
        follow(new DisruptionChanged(outage.disruption(), now.plusSeconds(10)));
        Incident incident = QuarkusTransaction.requiringNew()
                .call(() -> rows.incident(outage.id()).orElseThrow());
        assertThat(incident.state()).isEqualTo(DisruptionState.CLEARED);
        assertThat(incident.alertId()).isEmpty();
        Caller.admin()
                .post("/api/v1/disruptions/" + outage.id() + "/acknowledge")
                .then()
                .statusCode(409);
        follow(new DisruptionReopened(outage.disruption(), now.plusSeconds(300)));
        assertThat(message(alertOf(outage)).state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void actsOnAllDisruptionsOfAnAlert() {
        List<Outage> outages = outages(2, Severity.DOWN, policy);
        outages.forEach(outage -> follow(new DisruptionOpened(outage.disruption())));
        Caller.admin()
                .post("/api/v1/disruptions/" + outages.getLast().id() + "/acknowledge")
                .then()
                .statusCode(200);
        Caller.admin()
                .get("/api/v1/disruptions/" + outages.getFirst().id())
                .then()
                .body("alert.state", equalTo("ACKNOWLEDGED"))
                .body("timeline.kind", hasItem("ACKNOWLEDGED"));
        Caller.admin()
                .body(Map.of("reason", "only this one"))
                .post("/api/v1/disruptions/" + outages.getFirst().id() + "/close")
                .then()
                .statusCode(200);
        AlertChanged alert = until(alertOf(outages.getFirst()), found -> found.openCount() == 1);
        assertThat(alert.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        Caller.admin()
                .get("/api/v1/alerts?monitorId="
                        + outages.getLast().disruption().monitorId())
                .then()
                .body("items.size()", equalTo(1));
    }

    /** Each list in a thread of its own, one transaction a message, all begun together. */
    private void atOnce(List<List<DisruptionMessage>> told) throws Exception {
        CountDownLatch ready = new CountDownLatch(told.size());
        try (ExecutorService replicas = Executors.newFixedThreadPool(told.size())) {
            List<Callable<Void>> work = told.stream()
                    .map(messages -> (Callable<Void>) () -> {
                        ready.countDown();
                        ready.await();
                        messages.forEach(this::follow);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : replicas.invokeAll(work)) {
                done.get();
            }
        }
    }

    private void follow(DisruptionMessage message) {
        QuarkusTransaction.requiringNew().run(() -> disruptions.follow(message));
    }

    private UUID alertOf(Outage outage) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.alertOf(outage.id()).orElseThrow());
    }

    private AlertChanged message(UUID alert) {
        return QuarkusTransaction.requiringNew()
                .call(() -> alerts.message(alert).orElseThrow());
    }

    /** The alert, once what changed within a second or two is told. */
    private AlertChanged until(UUID alert, Predicate<AlertChanged> told) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> message(alert), told);
    }

    /** The alert of these as it was last published, whichever of them raised it. */
    private static AlertChanged latest(List<Outage> outages) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> outages.stream()
                                .flatMap(
                                        outage -> Wire.latest(
                                                AlertChanged.class,
                                                outage.alertId().toString())
                                                .stream())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void page(AlertChanged alert, String headline) {
        String link = Links.of(
                alert.alertId(), UUID.fromString(contact), Instant.now().plusSeconds(600));
        Caller.nobody().get("/portal/" + link).then().statusCode(200).body(containsString(headline));
    }

    private List<Outage> outages(int count, Severity severity, String policyId) {
        return IntStream.range(0, count)
                .mapToObj(index ->
                        Outage.at(monitor(policyId), severity, "tenant" + index + PROVIDER, now.plusSeconds(index)))
                .toList();
    }

    private static List<UUID> ids(List<Outage> outages) {
        return outages.stream().map(Outage::id).toList();
    }

    private static String monitor(String policyId) {
        return People.monitor("d" + UUID.randomUUID().toString().substring(0, 8) + ".test", policyId);
    }
}
