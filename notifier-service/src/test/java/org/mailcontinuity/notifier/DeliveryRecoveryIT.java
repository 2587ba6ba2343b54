package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.delivery.Deliveries;
import org.mailcontinuity.notifier.delivery.Delivery;
import org.mailcontinuity.notifier.delivery.DeliveryKey;
import org.mailcontinuity.notifier.delivery.Notice;
import org.mailcontinuity.notifier.job.Jobs;
import org.mailcontinuity.notifier.template.Facts;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpStage;

/** What a crash at a bad moment leaves behind is taken up again. */
@QuarkusTest
@QuarkusTestResource(NotifierStack.class)
class DeliveryRecoveryIT {
    @SuppressWarnings("NullAway.Init") // set by the test resource
    NotifierStack.Peers peers;

    @Inject
    ShiftedClock clock;

    @Inject
    DataSource database;

    @Inject
    Jobs jobs;

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
    void planningRollsBackWithItsTransaction() throws SQLException {
        String instance = UUID.randomUUID() + "@0";
        QuarkusTransaction.begin();
        jobs.schedule("alert-look", instance, clock.instant().plus(Duration.ofDays(1)));
        QuarkusTransaction.rollback();
        assertThat(count("select count(*) from scheduled_tasks where task_instance = ?", instance))
                .isZero();

        QuarkusTransaction.begin();
        jobs.schedule("alert-look", instance, clock.instant().plus(Duration.ofDays(1)));
        QuarkusTransaction.commit();
        assertThat(count("select count(*) from scheduled_tasks where task_instance = ?", instance))
                .isEqualTo(1);
    }

    @Test
    void deliveryHeldByADeadReplicaIsMadeByAnother() throws SQLException {
        UUID ada = world.contact("en");
        world.refuseRecipient("451 4.3.0 try later");
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());
        NotificationAttempted first = world.awaitNotifications(alert, 1).getFirst();

        String job = first.deliveryId().toString();
        Instant longAgo = clock.instant().minus(Duration.ofMinutes(1));
        world.until(() -> update(
                "update scheduled_tasks set picked = true, picked_by = 'a dead replica', last_heartbeat = ?"
                        + " where task_instance = ? and not picked",
                longAgo,
                job));
        world.accept();

        assertThat(world.awaitMails(ada, 1).getFirst().content()).contains("Message-ID: <" + job + "@");
    }

    @Test
    void acceptedWithoutAnAnswerMayComeTwiceWithOneMessageId() {
        UUID ada = world.contact("en");
        peers.first().turnTo(SmtpScript.accepting().drop(SmtpStage.CONTENT));
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());

        assertThat(world.awaitNotifications(alert, 2))
                .extracting(NotificationAttempted::outcome)
                .containsExactly(AttemptOutcome.RETRYING, AttemptOutcome.SENT);
        UUID delivery = world.awaitNotifications(alert, 2).getFirst().deliveryId();
        assertThat(world.mails(ada))
                .allSatisfy(mail -> assertThat(mail.content()).contains("Message-ID: <" + delivery + "@"));
    }

    @Test
    void decisionsReadTheFirstTheLastAndTheLastToldRoundOnly() {
        UUID subject = UUID.randomUUID();
        Address address = new Address("EMAIL", "nobody@people.test", Optional.empty());
        UUID contact = UUID.randomUUID();
        List<DeliveryKey> keys = IntStream.range(0, 10)
                .mapToObj(round -> new DeliveryKey(subject, 1, Notice.FIRING, 0, contact, address, round))
                .toList();
        QuarkusTransaction.begin();
        deliveries.plan(keys, new Facts.OfTest("nobody", Optional.empty()));
        rows.createNativeQuery("update delivery set state = 'SENT', settled_at = planned_at"
                        + " where subject_id = :subject and round between 1 and 6")
                .setParameter("subject", subject)
                .executeUpdate();
        List<Delivery> read = deliveries.of(subject);
        QuarkusTransaction.rollback();

        assertThat(read).extracting(delivery -> delivery.key().round()).containsExactlyInAnyOrder(0, 6, 9);
    }

    private int count(String query, String value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    private boolean update(String command, Instant at, String instance) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setString(2, instance);
            return statement.executeUpdate() == 1;
        }
    }
}
