package org.mailcontinuity.probe.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.confirmation.ConfirmationRequested;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.probe.sample.Round;
import org.mailcontinuity.probe.schedule.CheckScheduler;
import org.mailcontinuity.testbed.time.ManualClock;

class ConfirmationDeskTest {
    private static final UUID MONITOR = UUID.randomUUID();

    private final Instant start = Instant.now();
    private final ManualClock clock = new ManualClock(start);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Round> rounds = new CopyOnWriteArrayList<>();
    private final CheckScheduler scheduler =
            new CheckScheduler("us-1", (round, _, _) -> rounds.add(round), threads, 10, clock);
    private final ConfirmationDesk desk = new ConfirmationDesk("us-1", scheduler, clock);

    @BeforeEach
    void defineAMonitor() {
        String json = """
                {"monitorId": "%s", "revision": 1, "name": "m", "domain": "example.test",
                 "schedule": {"interval": "PT1H"},
                 "inbound": {"mx": true, "recipient": "a@example.test"}}""".formatted(MONITOR);
        scheduler.put(Messages.decode(MonitorDefinition.class, json.getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void close() {
        scheduler.close();
        threads.shutdownNow();
    }

    private void request(String vantage, UUID monitor, Instant at) {
        desk.take(new ConfirmationRequested(monitor, Direction.INBOUND, at, vantage, UUID.randomUUID()));
    }

    @Test
    void checksAtOnceWhatAnotherVantageSuspects() {
        request("eu-1", MONITOR, start.minusMillis(300));
        await().until(() -> rounds.size() == 1);
        assertThat(rounds.getFirst().scheduledAt()).isEqualTo(start.minusMillis(300));
        assertThat(desk.counts().checked.sum()).isEqualTo(1);
    }

    @Test
    void leavesItsOwnSuspicionAndOtherWorkersMonitorsAlone() {
        request("us-1", MONITOR, start);
        request("eu-1", UUID.randomUUID(), start);
        assertThat(desk.counts().own.sum()).isEqualTo(1);
        assertThat(desk.counts().checked.sum()).isZero();
    }

    @Test
    void ignoresWhatWasAskedLongAgoOrIsOfTheFuture() {
        request("eu-1", MONITOR, start.minusSeconds(61));
        request("eu-1", MONITOR, start.plus(Duration.ofMinutes(6)));
        assertThat(desk.counts().old.sum()).isEqualTo(2);
        assertThat(desk.counts().checked.sum()).isZero();
    }

    @Test
    void answersOneAMinuteAndMonitor() {
        request("eu-1", MONITOR, start);
        await().until(() -> scheduler.running() == 0);
        request("asia-1", MONITOR, start);
        clock.advance(Duration.ofSeconds(59));
        request("asia-1", MONITOR, clock.instant());
        assertThat(desk.counts().repeated.sum()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(2));
        request("eu-1", MONITOR, clock.instant());
        assertThat(desk.counts().checked.sum()).isEqualTo(2);
    }
}
