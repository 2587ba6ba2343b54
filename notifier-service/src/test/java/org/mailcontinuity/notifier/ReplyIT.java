package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.reply.ContactReplied;
import org.mailcontinuity.contracts.reply.ReplyCommand;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.contracts.reply.ReplyOutcome;
import org.mailcontinuity.testbed.smpp.CentreAnswer;

/** From a text that somebody writes to what is to be done, and from what was done to the answer. */
@QuarkusTest
@QuarkusTestResource(NotifierStack.class)
class ReplyIT {
    private static final Pattern CODE = Pattern.compile("Reply ACK (\\d{4}) or START 2H \\1$");

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
    void passesOnWhatTheContactWantsAndTellsWhatCameOfIt() {
        String phone = Phones.number();
        UUID ada = phones.contact("en", phone);
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());
        String code = code(phone);

        phones.write(phone, "start 2h " + code);
        ContactReplied replied = await().atMost(TestWorld.SOON)
                .until(() -> world.topics().replies(alert.id()), found -> !found.isEmpty())
                .getFirst();
        assertThat(replied.command()).isEqualTo(ReplyCommand.START);
        assertThat(replied.duration()).contains(Duration.ofHours(2));
        assertThat(replied.contactId()).isEqualTo(ada);

        Instant until = Instant.parse("2026-11-24T14:00:00Z");
        ReplyHandled handled = new ReplyHandled(
                replied.replyId(), alert.id(), ada, ReplyOutcome.STARTED, clock.instant(), Optional.of(until));
        world.topics().write(handled);
        world.topics().write(handled);
        assertThat(answer(phone, 1))
                .isEqualTo(
                        "The continuity event has started and lasts until 24 Nov 15:00. Reply STOP and the code to end it.");
        assertThat(world.topics().replies(alert.id())).hasSize(1);
    }

    @Test
    void codeCountsOnlyFromThePhoneThatItWasShownTo() {
        String phone = Phones.number();
        String stranger = Phones.number();
        TestAlert alert = new TestAlert().step(0, phones.contact("en", phone));
        world.topics().write(alert.firing());
        String code = code(phone);
        phones.write(stranger, "ACK " + code);
        phones.write(phone, "ACK " + (code.equals("1111") ? "2222" : "1111"));
        assertThat(answer(phone, 1)).isEqualTo("Refused: no alert of yours has that code.");
        phones.write(phone, "what is going on");
        assertThat(answer(phone, 2)).startsWith("Not understood.");
        assertThat(phones.texts(stranger)).isEmpty();
        assertThat(world.topics().replies(alert.id())).isEmpty();
    }

    @Test
    void phoneThatWritesTooMuchIsToldSoOnce() {
        String phone = Phones.number();
        TestAlert alert = new TestAlert().step(0, phones.contact("en", phone));
        world.topics().write(alert.firing());
        code(phone);
        for (int guess = 0; guess < 25; guess++) {
            phones.write(phone, "ACK 0000");
        }
        await().atMost(TestWorld.SOON)
                .until(() -> phones.texts(phone).stream()
                                .filter(text -> text.contains("too many"))
                                .count()
                        == 1);
        assertThat(phones.texts(phone)).hasSizeLessThanOrEqualTo(1 + 21);

        clock.advance(Duration.ofMinutes(61));
        phones.write(phone, "hello");
        await().atMost(TestWorld.SOON)
                .until(() -> phones.texts(phone).stream().anyMatch(text -> text.startsWith("Not understood.")));
    }

    private String code(String phone) {
        List<String> texts = await().atMost(TestWorld.SOON).until(() -> phones.texts(phone), found -> !found.isEmpty());
        Matcher code = CODE.matcher(texts.getFirst());
        assertThat(code.find()).as(texts.getFirst()).isTrue();
        return code.group(1);
    }

    private String answer(String phone, int number) {
        return await().atMost(TestWorld.SOON)
                .until(() -> phones.texts(phone), found -> found.size() > number)
                .get(number);
    }
}
