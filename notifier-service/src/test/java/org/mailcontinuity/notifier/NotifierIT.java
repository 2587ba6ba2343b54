package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.contracts.link.PortalToken;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.testbed.http.SinkRequest;
import org.mailcontinuity.testbed.smtp.SmtpMessage;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpStage;

/** From a record on the alerts' topic to a message at a relay. */
@QuarkusTest
@QuarkusTestResource(NotifierStack.class)
class NotifierIT {

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
    void tellsAnAlertByEmailWithALinkForThatContactOnly() throws GeneralSecurityException {
        UUID ada = world.contact("en");
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());

        SmtpMessage mail = world.awaitMails(ada, 1).getFirst();
        assertThat(mail.content())
                .contains("Subject: [DOWN] example.test: inbound mail does not get through")
                .contains("References: <" + alert.id() + "@continuity.example>")
                .contains("Auto-Submitted: auto-generated")
                .contains("mx1.example.test refuses the connection")
                .contains("&lt;b&gt;now");
        PortalToken token = world.token(mail, clock.instant());
        assertThat(token.alertId()).isEqualTo(alert.id());
        assertThat(token.contactId()).isEqualTo(ada);

        NotificationAttempted told = world.awaitNotifications(alert, 1).getFirst();
        assertThat(told.outcome()).isEqualTo(AttemptOutcome.SENT);
        assertThat(told.alertId()).contains(alert.id());
        assertThat(mail.content()).contains("Message-ID: <" + told.deliveryId() + "@continuity.example>");
    }

    @Test
    void handsOverWithinASecond() {
        UUID ada = world.contact("en");
        Duration best = Duration.ofDays(1);
        for (int sent = 1; sent <= 4; sent++) { // the first finds the contact not known yet, and everything cold
            long start = System.nanoTime();
            world.topics().write(new TestAlert().step(0, ada).firing());
            world.awaitMails(ada, sent);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            best = took.compareTo(best) < 0 ? took : best;
        }
        assertThat(best).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void secondRelayTakesOverWhenTheFirstIsDown() {
        peers.first().turnTo(SmtpScript.accepting().drop(SmtpStage.GREETING));
        UUID ada = world.contact("de");
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());

        assertThat(world.awaitMails(ada, 1).getFirst().content()).contains("eingehende Mail kommt nicht durch");
        assertThat(world.awaitNotifications(alert, 2))
                .extracting(NotificationAttempted::outcome)
                .containsExactly(AttemptOutcome.RETRYING, AttemptOutcome.SENT);
    }

    @Test
    void refusedMailboxIsNotTriedAgainAndTheNextStepComesAtOnce() {
        UUID ada = world.contact("en");
        UUID bob = UUID.randomUUID();
        world.topics()
                .write(world.person(
                        bob, "en", new ContactChannel(ChannelType.WEBHOOK, world.hook(bob), Optional.of("hook"))));
        world.refuseRecipient("550 5.1.1 no such user");
        TestAlert alert = new TestAlert().step(0, ada).step(60, bob);
        world.topics().write(alert.firing());

        SinkRequest request = await().atMost(TestWorld.SOON)
                .until(() -> world.hooks(bob), found -> !found.isEmpty())
                .getFirst();
        assertThat(request.header("webhook-signature"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("v1,"));
        assertThat(request.body()).contains("\"notice\":\"FIRING\"", "/portal/");
        List<NotificationAttempted> told = world.awaitNotifications(alert, 2);
        assertThat(told)
                .extracting(NotificationAttempted::outcome)
                .containsExactly(AttemptOutcome.FAILED, AttemptOutcome.CONFIRMED);
        assertThat(told.getFirst().reply())
                .hasValueSatisfying(reply -> assertThat(reply).startsWith("550 5.1.1"));
        assertThat(world.mails(ada)).isEmpty();
    }

    @Test
    void putOffIsTriedAgainUntilItWorks() {
        UUID ada = world.contact("en");
        world.refuseRecipient("451 4.3.0 try later");
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());

        world.awaitNotifications(alert, 2);
        world.accept();
        assertThat(world.awaitMails(ada, 1)).hasSize(1);
    }

    @Test
    void repeatsWhileFiringAndAcknowledgementStopsIt() {
        UUID ada = world.contact("en");
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());
        world.awaitMails(ada, 1);

        clock.advance(Duration.ofMinutes(30));
        assertThat(world.awaitMails(ada, 2).getLast().content()).contains("This is reminder 1");

        world.topics().write(alert.acknowledged());
        world.settle(alert);
        clock.advance(Duration.ofMinutes(60));
        TestAlert later = new TestAlert().step(0, world.contact("en"));
        world.topics().write(later.firing());
        world.awaitNotifications(later, 1);
        assertThat(world.mails(ada)).hasSize(2);
    }

    @Test
    void suspendedIsSilentUntilTheTimeGiven() {
        UUID ada = world.contact("en");
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());
        world.awaitMails(ada, 1);
        world.topics().write(alert.suspended(clock.instant().plus(Duration.ofMinutes(70))));
        world.settle(alert);

        clock.advance(Duration.ofMinutes(65));
        TestAlert other = new TestAlert().step(0, world.contact("en"));
        world.topics().write(other.firing());
        world.awaitNotifications(other, 1);
        assertThat(world.mails(ada)).hasSize(1);

        clock.advance(Duration.ofMinutes(10));
        world.awaitMails(ada, 2);
    }

    @Test
    void everyoneWhoWasToldIsToldOnceThatItIsOver() {
        UUID ada = world.contact("en");
        UUID bob = world.contact("en");
        TestAlert alert = new TestAlert().step(0, ada).step(15, bob);
        world.topics().write(alert.firing());
        world.awaitMails(ada, 1);
        world.topics().write(alert.resolved());

        assertThat(world.awaitMails(ada, 2).getLast().content())
                .contains("[RESOLVED] example.test: inbound mail flows again");
        clock.advance(Duration.ofMinutes(40));
        world.topics().write(alert.resolved());
        world.settle(alert);
        assertThat(world.mails(ada)).hasSize(2);
        assertThat(world.mails(bob)).isEmpty();
    }

    @Test
    void theSameRecordTwiceIsToldOnceAndALowerRevisionIsDropped() {
        UUID ada = world.contact("en");
        TestAlert alert = new TestAlert().step(0, ada);
        var firing = alert.firing();
        world.topics().write(alert.worsened(), "one " + alert.id());
        world.topics().write(alert.worsened(), "one " + alert.id());
        world.topics().write(firing, "two " + alert.id());
        world.awaitNotifications(alert, 1);
        world.topics().write(alert.acknowledged());
        world.settle(alert);
        assertThat(world.mails(ada)).hasSize(1);
        assertThat(world.topics().notifications(alert.id())).hasSize(1);
    }

    @Test
    void unreadableRecordGoesToTheDeadLettersAndTheNextIsTold() {
        byte[] poison = "{\"alertId\":".getBytes(StandardCharsets.UTF_8);
        String key = UUID.randomUUID().toString();
        world.topics().writeBytes(Topics.ALERTS, key, poison);
        UUID ada = world.contact("en");
        world.topics().write(new TestAlert().step(0, ada).firing());

        world.awaitMails(ada, 1);
        await().atMost(TestWorld.SOON)
                .untilAsserted(() -> assertThat(world.topics().readAll(Topics.ALERTS.deadLetter()))
                        .anySatisfy(letter -> {
                            assertThat(letter.value()).isEqualTo(poison);
                            assertThat(new String(letter.key(), StandardCharsets.UTF_8))
                                    .isEqualTo(key);
                            assertThat(letter.headers().lastHeader("dlq-cause")).isNotNull();
                        }));
    }
}
