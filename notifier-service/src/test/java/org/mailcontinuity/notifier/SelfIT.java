package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
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

    private List<SinkRequest> requests(String path) {
        return peers.webhook().requests().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }
}
