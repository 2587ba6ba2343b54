package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.notification.AttemptOutcome;

/** A storm of alerts is a few messages, and none of the alerts is lost. */
@QuarkusTest
@QuarkusTestResource(NotifierStack.class)
class DigestIT {
    private static final int LIMIT = 10;

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
    void moreAlertsThanThePersonsLimitAreToldInOneMessageAndResolvedToo() {
        UUID ada = world.contact("en");
        List<TestAlert> alerts = new ArrayList<>();
        for (int i = 0; i < LIMIT + 3; i++) {
            TestAlert alert = new TestAlert().step(0, ada);
            alerts.add(alert);
            world.topics().write(alert.firing());
        }
        world.awaitMails(ada, LIMIT);
        alerts.forEach(world::settle);
        clock.advance(Duration.ofMinutes(2));

        assertThat(world.awaitMails(ada, LIMIT + 1))
                .filteredOn(mail -> mail.content().contains("Subject: [3 ALERTS] 3 more alerts"))
                .hasSize(1);
        for (TestAlert alert : alerts) {
            assertThat(world.awaitNotifications(alert, 1).getFirst().outcome()).isEqualTo(AttemptOutcome.SENT);
        }
        assertThat(world.mails(ada)).hasSize(LIMIT + 1);
    }
}
