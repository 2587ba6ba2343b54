package org.mailcontinuity.events.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Outage;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;
import org.mailcontinuity.events.alert.AlertRepository;

/**
 * A provider that fails takes all its domains with it: one alert, at a cost that grows with their number and no faster.
 * With {@code -DargLine=-Dstorm.domains=5000} it is a measurement.
 */
@EventServiceTest
class StormIT {
    private static final int DOMAINS = Integer.getInteger("storm.domains", 210);
    private static final int OTHERS = 5;
    private static final int READABLE = 256 * 1024;

    @Inject
    EntityManager database;

    @Inject
    DisruptionRepository rows;

    @Inject
    AlertRepository alerts;

    @Test
    void tellsOfAProvidersDomainsInFewMessagesOfBoundedSize() {
        String ada = People.contact("Ada Lovelace", "ada@elsewhere.test");
        String bob = People.contact("Bob Babbage", "bob@elsewhere.test");
        List<Outage> outages = outages(DOMAINS, People.policy(ada));
        List<Outage> foreign = outages(OTHERS, People.policy(bob));
        long begun = System.nanoTime();
        long logged = logged();
        outages.subList(0, DOMAINS / 2).forEach(Outage::opens);
        foreign.forEach(Outage::opens);
        outages.subList(DOMAINS / 2, DOMAINS).forEach(Outage::opens);
        AlertChanged alert = until(outages, DOMAINS, DOMAINS);
        assertThat(alert.episode()).isEqualTo(1);
        assertThat(alert.domainCount()).isEqualTo(DOMAINS);
        assertThat(contacts(alert)).containsExactly(UUID.fromString(ada));
        assertThat(contacts(until(foreign, OTHERS, OTHERS))).containsExactly(UUID.fromString(bob));
        outages.forEach(Outage::ends);
        AlertChanged over = until(outages, DOMAINS, 0);
        assertThat(over.state()).isEqualTo(AlertState.RESOLVED);
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        assertThat(over.revision()).isLessThan(4 + seconds);
        assertThat(Wire.read(AlertChanged.class, alert.alertId().toString()))
                .allSatisfy(message -> assertThat(message.monitors()).hasSizeLessThanOrEqualTo(200))
                .allSatisfy(message -> assertThat(Messages.encode(message)).hasSizeLessThan(READABLE));
        System.out.printf(
                "%d domains: %d s, %d messages of at most %d bytes, %d MB of write-ahead log%n",
                DOMAINS, seconds, over.revision(), Messages.encode(over).length, (logged() - logged) / 1_000_000);
    }

    private static Set<UUID> contacts(AlertChanged alert) {
        return alert.steps().stream()
                .map(AlertStep::contactIds)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private AlertChanged until(List<Outage> outages, int all, int open) {
        return await().atMost(Duration.ofMinutes(8))
                .until(
                        () -> QuarkusTransaction.requiringNew()
                                .call(() ->
                                        rows.alertOf(outages.getFirst().id()).flatMap(alerts::message)),
                        found -> found.filter(alert -> alert.monitorCount() == all && alert.openCount() == open)
                                .isPresent())
                .orElseThrow();
    }

    /** How much the database has written. */
    private long logged() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select pg_current_wal_lsn() - '0/0'")
                                .getSingleResult())
                        .longValue());
    }

    private List<Outage> outages(int count, String policy) {
        List<UUID> monitors = monitors(count, policy);
        Instant now = Instant.now();
        return IntStream.range(0, count)
                .mapToObj(index -> Outage.at(
                        monitors.get(index).toString(),
                        Severity.DOWN,
                        "t" + index + ".mail.protection.outlook.com",
                        now))
                .toList();
    }

    /** Monitors of as many domains, as the API would have made them one by one. */
    private List<UUID> monitors(int count, String policy) {
        String model = People.monitor("storm.test", policy);
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        insert into monitor
                        select made.id, 1, made.domain, made.domain, enabled, policy_id,
                            definition || jsonb_build_object('monitorId', made.id, 'name', made.domain, 'domain', made.domain),
                            created_at, updated_at
                        from monitor, (select gen_random_uuid() as id, 'd' || n || '.storm.test' as domain
                                       from generate_series(1, :count) n) made
                        where monitor.id = :model
                        returning id""", UUID.class)
                        .setParameter("count", count)
                        .setParameter("model", UUID.fromString(model))
                        .getResultStream()
                        .map(UUID.class::cast)
                        .toList());
    }
}
