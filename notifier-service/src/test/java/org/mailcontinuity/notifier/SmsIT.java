package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.testbed.smpp.CentreAnswer;
import org.mailcontinuity.testbed.smpp.CentreMessage;
import org.mailcontinuity.testbed.smpp.ScriptedMessageCentre;

/** From a record on the alerts' topic to a message centre, and back by its receipts. */
@QuarkusTest
@QuarkusTestResource(NotifierStack.class)
class SmsIT {
    private static final int WINDOW = 10;

    @SuppressWarnings("NullAway.Init") // set by the test resource
    NotifierStack.Peers peers;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private TestWorld world;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Phones phones;

    @BeforeEach
    void open() {
        world = new TestWorld(peers, database, bootstrapServers);
        phones = new Phones(peers, world);
        phones.centres().forEach(centre -> centre.answer(new CentreAnswer.Take()));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tellsAnAlertInTwoSegmentsAndReceiptsConfirmIt() {
        String phone = Phones.number();
        TestAlert alert = new TestAlert().step(0, phones.contact("de", phone));
        world.topics().write(alert.firing());

        List<CentreMessage> segments =
                await().atMost(TestWorld.SOON).until(() -> phones.segments(phone), found -> found.size() == 2);
        assertThat(phones.texts(phone).getFirst())
                .startsWith("DOWN example.test: keine eingehende Mail seit 24.11. 13:00. mx1.example.test")
                .contains("\nhttps://continuity.example/portal/");
        world.awaitOutcome(alert, AttemptOutcome.SENT);

        ScriptedMessageCentre centre = phones.centreOf(phone);
        CentreMessage one = segments.getFirst();
        CentreMessage two = segments.getLast();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> centre.report(one, one.id(), "DELIVRD", Optional.of(2))),
                        CompletableFuture.runAsync(() -> centre.report(
                                two, Long.toString(Long.parseLong(two.id(), 16)), "DELIVRD", Optional.empty())))
                .join();
        world.awaitOutcome(alert, AttemptOutcome.CONFIRMED);
    }

    @Test
    void messageThatIsLostLaterLeadsToTheNextAddress() {
        String phone = Phones.number();
        UUID ada = UUID.randomUUID();
        world.topics()
                .write(world.person(
                        ada,
                        "en",
                        new ContactChannel(ChannelType.SMS, phone, Optional.empty()),
                        new ContactChannel(ChannelType.WEBHOOK, world.hook(ada), Optional.of("hook"))));
        TestAlert alert = new TestAlert().bySms(0, ada);
        world.topics().write(alert.firing());
        List<CentreMessage> segments =
                await().atMost(TestWorld.SOON).until(() -> phones.segments(phone), found -> found.size() == 2);
        assertThat(world.hooks(ada)).isEmpty();

        CentreMessage two = segments.getLast();
        phones.centreOf(phone).report(two, two.id(), "EXPIRED", Optional.empty());
        await().atMost(TestWorld.SOON).until(() -> world.hooks(ada).size() == 1);
        assertThat(world.awaitOutcome(alert, AttemptOutcome.FAILED).channel()).isEqualTo(ChannelType.SMS);
        assertThat(world.awaitOutcome(alert, AttemptOutcome.CONFIRMED).channel())
                .isEqualTo(ChannelType.WEBHOOK);
    }

    @Test
    void numberThatDoesNotExistIsMarkedAndNotTriedAgain() {
        peers.firstCentre().answer(new CentreAnswer.Refuse(0x0B));
        peers.secondCentre().answer(new CentreAnswer.Refuse(0x0B));
        String phone = Phones.number();
        TestAlert alert = new TestAlert().step(0, phones.contact("en", phone));
        world.topics().write(alert.firing());
        NotificationAttempted told = world.awaitOutcome(alert, AttemptOutcome.FAILED);
        assertThat(told.badAddress()).isTrue();
        assertThat(told.reply()).contains("segment 1 of 2: 0x0000000B invalid destination address");
        assertThat(phones.segments(phone)).isEmpty();
    }

    /**
     * A first centre that throttles, fails, takes without saying so, and cuts the line with a full window: all messages
     * arrive whole; those that were taken without an answer perhaps twice, and no others.
     */
    @Test
    void centreInTroubleLosesNothing() {
        peers.firstCentre()
                .answerNext(
                        new CentreAnswer.Take(),
                        new CentreAnswer.Refuse(0x08),
                        new CentreAnswer.TakeAndCut(),
                        new CentreAnswer.TakeAndCut(),
                        new CentreAnswer.Refuse(0x58),
                        new CentreAnswer.Take(),
                        new CentreAnswer.TakeAndCut(),
                        new CentreAnswer.Refuse(0x14));
        List<String> numbers =
                IntStream.range(0, 30).mapToObj(_ -> Phones.number()).toList();
        numbers.forEach(phone -> world.topics()
                .write(new TestAlert().step(0, phones.contact("en", phone)).firing()));

        await().atMost(TestWorld.SOON.multipliedBy(2))
                .until(() -> numbers.stream()
                        .noneMatch(number -> phones.texts(number).isEmpty()));
        long twice = numbers.stream()
                .filter(number -> phones.texts(number).size() > 1)
                .count();
        assertThat(twice).isLessThanOrEqualTo(WINDOW);
    }
}
