package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.delivery.Deliveries;
import org.mailcontinuity.notifier.delivery.DeliveryKey;
import org.mailcontinuity.notifier.delivery.Notice;
import org.mailcontinuity.notifier.template.Facts;
import org.mailcontinuity.testbed.http.SinkRequest;

/** The notifier watches itself. */
@QuarkusTest
@QuarkusTestResource(NotifierStack.class)
class SelfIT {
    @SuppressWarnings("NullAway.Init") // set by the test resource
    NotifierStack.Peers peers;

    @Inject
    ShiftedClock clock;

    @Inject
    DataSource database;

    @Inject
    Deliveries deliveries;

    @Inject
    EntityManager rows;

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
    void beatsOnlyWhileThePipelineIsSeenToWork() {
        clock.advance(Duration.ofMinutes(3)); // whatever was seen before is long ago
        world.topics().write(new PipelineSeen(clock.instant(), clock.instant()));
        int before = requests("/heartbeat").size();
        world.until(() -> requests("/heartbeat").size() > before + 1);
        clock.advance(Duration.ofMinutes(3));
        world.until(() -> {
            int now = requests("/heartbeat").size();
            TestAlert alert = new TestAlert().step(0, world.contact("en"));
            world.topics().write(alert.firing());
            world.awaitNotifications(alert, 1); // some seconds, in which a beat would come
            return requests("/heartbeat").size() == now;
        });
    }

    @Test
    void operatorsAreToldOfAnAlertThatReachesNobody() {
        UUID ada = world.contact("en");
        world.refuseRecipient("550 5.1.1 no such user");
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());
        world.awaitNotifications(alert, 1);
        clock.advance(Duration.ofMinutes(3));
        world.until(() -> requests("/operator").stream()
                .anyMatch(request -> request.body().contains("ALERTS_REACH_NOBODY")));
        assertThat(requests("/operator").getLast().body()).contains("\"notice\":\"LATE\"");
        world.topics().write(alert.resolved());
    }

    /** Its job is held by a replica that gives signs of life and does nothing. */
    @Test
    void operatorsAreToldOfADeliveryThatIsStuck() {
        UUID ada = world.contact("en");
        TestAlert known = new TestAlert().step(0, ada);
        world.topics().write(known.firing());
        world.awaitMails(ada, 1);
        Address address = new Address("EMAIL", ada + "@people.test", Optional.empty());
        DeliveryKey key = new DeliveryKey(UUID.randomUUID(), 1, Notice.FIRING, 0, ada, address, 0);
        QuarkusTransaction.requiringNew().run(() -> {
            deliveries.plan(List.of(key), facts(key.subjectId()));
            hold(key.id().toString(), clock.instant().plus(Duration.ofHours(2)));
        });

        clock.advance(Duration.ofMinutes(3));

        awaitTold("DELIVERIES_NOT_TRIED");
        QuarkusTransaction.requiringNew()
                .run(() -> hold(key.id().toString(), clock.instant().minus(Duration.ofMinutes(1))));
        world.awaitMails(ada, 2);
    }

    @Test
    void escalationWhoseJobIsLostIsToldToTheOperatorsAndMade() {
        UUID ada = world.contact("en");
        UUID bob = world.contact("en");
        TestAlert alert = new TestAlert().step(0, ada).step(15, bob);
        world.topics().write(alert.firing());
        world.awaitMails(ada, 1);
        QuarkusTransaction.requiringNew()
                .run(() -> rows.createNativeQuery("delete from scheduled_tasks where task_instance like :alert")
                        .setParameter("alert", alert.id() + "@%")
                        .executeUpdate());

        clock.advance(Duration.ofMinutes(18));

        awaitTold("ALERTS_NOT_LOOKED_AT");
        world.awaitMails(bob, 1);
        world.topics().write(alert.resolved());
        world.settle(alert);
    }

    /** Repetition and escalation go by the wall clock, whichever way it jumps. */
    @Test
    void clockThatJumpsAnHourLosesNothingAndMakesNoStorm() {
        UUID ada = world.contact("en");
        UUID bob = world.contact("en");
        TestAlert before = new TestAlert().step(0, ada);
        world.topics().write(before.firing());
        world.awaitMails(ada, 1);

        clock.advance(Duration.ofHours(1));
        world.awaitMails(ada, 2); // of the two rounds that were jumped over the last one
        clock.advance(Duration.ofHours(-1));
        TestAlert after = new TestAlert().step(0, bob).step(15, ada);
        world.topics().write(after.firing());
        world.awaitMails(bob, 1);

        assertThat(world.mails(ada)).hasSize(2);
        clock.advance(Duration.ofMinutes(16));
        world.awaitMails(ada, 3);
        world.topics().write(before.resolved());
        world.topics().write(after.resolved());
        world.awaitMails(bob, 2);
        world.awaitMails(ada, 4);
        assertThat(world.mails(bob)).hasSize(2);
    }

    private Facts facts(UUID alertId) {
        return new Facts.OfAlert(
                Optional.of(alertId),
                "DOWN",
                List.of(new Facts.Affected("Main mail", "example.test", "INBOUND")),
                clock.instant(),
                Optional.empty(),
                "mx1.example.test refuses the connection",
                Optional.empty(),
                Optional.empty(),
                1,
                List.of());
    }

    private void hold(String instance, Instant lastSign) {
        rows.createNativeQuery("update scheduled_tasks set picked = true, picked_by = 'another', last_heartbeat = :sign"
                        + " where task_instance = :instance")
                .setParameter("sign", lastSign)
                .setParameter("instance", instance)
                .executeUpdate();
    }

    private void awaitTold(String finding) {
        world.until(() -> requests("/operator").stream()
                .anyMatch(request -> request.body().contains(finding)));
    }

    private List<SinkRequest> requests(String path) {
        return peers.webhook().requests().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }
}
