package org.mailcontinuity.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.mode.ContinuityMode;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Records;
import org.mailcontinuity.testbed.stack.SharedStack;

/** What the outbox promises, with the crashes that could break it. */
@EventServiceTest
class OutboxIT {
    @Inject
    OutboxPublisher outbox;

    private final String scope = UUID.randomUUID().toString();

    @Test
    void publishesAtOnceAfterTheCommit() {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(mode(1)));
        try (Records records = Records.of(Topics.MODE)) {
            await().atMost(Duration.ofSeconds(3)).until(() -> records.of(scope).size() == 1);
            ConsumerRecord<String, byte[]> record = records.of(scope).getFirst();
            assertThat(Records.header(record, "ce_type")).isEqualTo("org.mailcontinuity.continuity-mode.v1");
            assertThat(Records.header(record, "ce_source")).isEqualTo("/events");
            assertThat(Records.header(record, "ce_subject")).isEqualTo(scope);
        }
    }

    @Test
    void neverPublishesWhatWasRolledBack() {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                outbox.add(mode(1));
                throw new IllegalStateException("crash before the commit");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("crash");
        }
        QuarkusTransaction.requiringNew().run(() -> outbox.add(mode(2)));
        assertThat(published(1)).containsExactly(2L);
    }

    @Test
    void publishesAgainWithTheSameIdWhatWasNotMarkedAsSent() {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(mode(1)));
        assertThat(published(1)).containsExactly(1L);
        await().until(() -> count("select count(*) from outbox where key = ? and sent_at is not null") == 1);
        run("update outbox set sent_at = null where key = ?"); // as if it had crashed between the two
        assertThat(published(2)).containsExactly(1L, 1L);
        try (Records records = Records.of(Topics.MODE)) {
            await().until(() -> records.of(scope).size() == 2);
            assertThat(records.of(scope))
                    .extracting(record -> Records.header(record, "ce_id"))
                    .hasSize(2)
                    .containsOnly(Records.header(records.of(scope).getFirst(), "ce_id"));
        }
    }

    @Test
    void publishesWhatCommitsLate() {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    outbox.add(mode(1));
                    written.countDown();
                    await().until(() -> goOn.getCount() == 0);
                }));
        await().until(() -> written.getCount() == 0);
        QuarkusTransaction.requiringNew().run(() -> outbox.add(mode(2)));
        assertThat(published(1)).containsExactly(2L);
        goOn.countDown();
        late.join();
        assertThat(published(2)).containsExactly(2L, 1L);
    }

    @Test
    void keepsTheOrderOfAKey() {
        for (int i = 1; i <= 60; i++) {
            long revision = i;
            QuarkusTransaction.requiringNew().run(() -> outbox.add(mode(revision)));
        }
        assertThat(published(60))
                .isEqualTo(
                        IntStream.rangeClosed(1, 60).mapToLong(i -> i).boxed().toList());
    }

    @Test
    void stopsOnlyTheKeyWhoseMessageTheBrokerRefuses() {
        run("insert into outbox (id, topic, key, type, value, written_at) values (gen_random_uuid(), 'continuity.mode',"
                + " ?, 'org.mailcontinuity.continuity-mode.v1', decode(repeat('00', 3000000), 'hex'), now())");
        QuarkusTransaction.requiringNew().run(() -> outbox.add(mode(1)));
        String other = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(mode(other, 1)));
        try (Records records = Records.of(Topics.MODE)) {
            await().until(() -> records.of(other).size() == 1);
            assertThat(records.of(scope)).isEmpty();
        }
        run("delete from outbox where key = ? and length(value) > 2000000");
        assertThat(published(1)).containsExactly(1L);
    }

    private List<Long> published(int count) {
        try (Records records = Records.of(Topics.MODE)) {
            await().atMost(Duration.ofSeconds(15)).until(() -> records.of(scope).size() >= count);
            return records.of(scope).stream()
                    .map(record -> Messages.decode(ContinuityMode.class, record.value())
                            .revision())
                    .toList();
        }
    }

    private ContinuityMode mode(long revision) {
        return mode(scope, revision);
    }

    private static ContinuityMode mode(String scope, long revision) {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        return new ContinuityMode(
                scope,
                List.of(new ContinuityMode.ActiveEvent(new UUID(0, 1), now.plusSeconds(60))),
                now,
                now.plusSeconds(60),
                revision);
    }

    private long count(String sql) {
        try (Connection connection = SharedStack.database().connect("event");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, scope);
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        try (Connection connection = SharedStack.database().connect("event");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, scope);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
