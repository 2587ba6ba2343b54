package org.mailcontinuity.probe.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.probe.sample.Round;

class CheckSchedulerTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Round> rounds = new CopyOnWriteArrayList<>();
    private final List<Boolean> wanted = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        threads.shutdownNow();
    }

    private CheckScheduler scheduler(CheckTask task, int mostAtOnce) {
        return new CheckScheduler("test", task, threads, mostAtOnce, InstantSource.system());
    }

    private static MonitorDefinition definition(UUID id, long revision) {
        String json = """
                {"monitorId": "%s", "revision": %d, "name": "m", "domain": "example.test",
                 "schedule": {"interval": "PT1S"},
                 "inbound": {"mx": true, "recipient": "a@example.test"}}""".formatted(id, revision);
        return Messages.decode(MonitorDefinition.class, json.getBytes(StandardCharsets.UTF_8));
    }

    private void remember(Round round, Direction direction, CheckTask.Claim claim) {
        rounds.add(round);
    }

    private void hold(Round round, Direction direction, CheckTask.Claim claim) throws InterruptedException {
        rounds.add(round);
        gate.await();
        wanted.add(claim.isWanted());
    }

    @Test
    void runsAMonitorAtEachInstantOfItsGrid() {
        MonitorDefinition definition = definition(UUID.randomUUID(), 1);
        try (CheckScheduler scheduler = scheduler(this::remember, 10)) {
            scheduler.put(definition);
            await().until(() -> rounds.size() >= 3);
            Grid grid = Grid.of(definition.monitorId(), Duration.ofSeconds(1));
            assertThat(rounds.get(1).scheduledAt())
                    .isEqualTo(grid.after(rounds.get(0).scheduledAt()));
            assertThat(rounds.get(2).scheduledAt())
                    .isEqualTo(grid.after(rounds.get(1).scheduledAt()));
            assertThat(scheduler.lag()).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void leavesOutACheckWhileTheLastOneIsUnderWay() {
        try (CheckScheduler scheduler = scheduler(this::hold, 10)) {
            scheduler.put(definition(UUID.randomUUID(), 1));
            await().until(() -> scheduler.counts().overlapping.sum() >= 1);
            assertThat(rounds).hasSize(1);
        }
    }

    @Test
    void shedsChecksAboveTheLimit() {
        try (CheckScheduler scheduler = scheduler(this::hold, 1)) {
            scheduler.put(definition(UUID.randomUUID(), 1));
            scheduler.put(definition(UUID.randomUUID(), 1));
            await().until(() -> scheduler.counts().overloaded.sum() >= 1);
            assertThat(rounds).hasSize(1);
        }
    }

    @Test
    void wantsNothingOfAMonitorThatIsGoneOrChanged() {
        UUID gone = UUID.randomUUID();
        UUID changed = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        try (CheckScheduler scheduler = scheduler(this::hold, 10)) {
            List.of(gone, changed, kept).forEach(id -> scheduler.put(definition(id, 1)));
            await().until(() -> rounds.size() == 3);
            scheduler.remove(gone);
            scheduler.put(definition(changed, 2));
            scheduler.put(definition(kept, 1));
            gate.countDown();
            await().until(() -> wanted.size() >= 3);
            assertThat(wanted.subList(0, 3)).containsExactlyInAnyOrder(false, false, true);
        }
    }

    @Test
    void confirmsOutOfTurnWhatIsItsOwnAndNotUnderWay() {
        UUID id = UUID.randomUUID();
        Instant asked = Instant.parse("2026-11-24T03:12:00.200Z");
        try (CheckScheduler scheduler = scheduler(this::hold, 10)) {
            assertThat(scheduler.confirm(id, Direction.INBOUND, asked)).isFalse();
            scheduler.put(definition(id, 1));
            assertThat(scheduler.confirm(id, Direction.OUTBOUND, asked)).isFalse();
            assertThat(scheduler.confirm(id, Direction.INBOUND, asked)).isTrue();
            assertThat(scheduler.confirm(id, Direction.INBOUND, asked)).isFalse();
            await().until(() -> rounds.size() == 1);
            assertThat(rounds.getFirst().trigger()).isEqualTo(Trigger.CONFIRMATION);
            assertThat(rounds.getFirst().scheduledAt()).isEqualTo(asked);
        }
    }

    @Test
    void keepsHalfOfThePlacesForTheSchedule() {
        try (CheckScheduler scheduler = scheduler(this::hold, 2)) {
            UUID first = UUID.randomUUID();
            UUID second = UUID.randomUUID();
            List.of(first, second).forEach(id -> scheduler.put(definition(id, 1)));
            assertThat(scheduler.confirm(first, Direction.INBOUND, Instant.EPOCH))
                    .isTrue();
            assertThat(scheduler.confirm(second, Direction.INBOUND, Instant.EPOCH))
                    .isFalse();
        }
    }

    @Test
    void startsNothingAfterItsEnd() {
        CheckScheduler scheduler = scheduler(this::remember, 10);
        scheduler.put(definition(UUID.randomUUID(), 1));
        scheduler.close();
        int then = rounds.size();
        await().pollDelay(Duration.ofMillis(1500)).until(() -> rounds.size() <= then);
    }
}
