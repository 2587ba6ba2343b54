package org.mailcontinuity.events.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;

/** Alerts. */
@Singleton
public class AlertRepository implements PanacheRepositoryBase<AlertEntity, UUID> {
    private static final int MOST_DUE = 1000;

    public Optional<Alert> alert(UUID id) {
        return findByIdOptional(id).map(AlertEntity::toAlert);
    }

    /** Firing alerts of outages that no event has answered yet. */
    public List<UUID> firingDown() {
        return getEntityManager()
                .createQuery(
                        "select id from AlertEntity where state = :state and severity = :severity and answered = false",
                        UUID.class)
                .setParameter("state", AlertState.FIRING)
                .setParameter("severity", Severity.DOWN)
                .getResultList();
    }

    /** An alert whose row the present transaction holds from now on; empty where another one holds it. */
    public Optional<Alert> claimed(UUID id) {
        return getSession()
                .createNativeQuery("select * from alert where id = :id for update skip locked", AlertEntity.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(AlertEntity::toAlert);
    }

    /**
     * Lets the present transaction alone decide which alert a disruption with this cause and policy belongs to, until it
     * ends: another one that comes here waits, and then sees what this one decided.
     */
    void holdCause(String causeKey, Optional<UUID> policyId) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 7236))")
                .setParameter("key", policyId.map(UUID::toString).orElse("-") + " " + causeKey)
                .getSingleResult();
    }

    /** An alert with this cause and policy that lasts and whose time for joiners is near {@code at}; its row is held. */
    Optional<UUID> toJoin(String causeKey, Optional<UUID> policyId, Instant at, Duration window) {
        return getEntityManager()
                .createNativeQuery("""
                        select id from alert
                        where cause_key = :key and policy_id is not distinct from cast(:policy as uuid)
                          and state <> 'RESOLVED' and anchored_at between :from and :until
                        order by anchored_at, id limit 1 for update""", UUID.class)
                .setParameter("key", causeKey)
                .setParameter("policy", policyId.map(UUID::toString).orElse(null))
                .setParameter("from", at.minus(window))
                .setParameter("until", at.plus(window))
                .getResultStream()
                .findFirst()
                .map(UUID.class::cast);
    }

    Optional<AlertEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Suspended alerts whose time is over. */
    List<UUID> awake(Instant now) {
        return find("state = ?1 and suspendedUntil <= ?2", AlertState.SUSPENDED, now).list().stream()
                .map(AlertEntity::id)
                .toList();
    }

    /** Alerts that are to be told anew. */
    List<UUID> due(Instant now) {
        return getEntityManager()
                .createQuery("select id from AlertEntity where extentDue <= :now order by extentDue", UUID.class)
                .setParameter("now", now)
                .setMaxResults(MOST_DUE)
                .getResultList();
    }

    /** Whom an alert's steps name, each once. */
    public List<UUID> concerned(UUID id) {
        return message(id).stream()
                .flatMap(alert -> alert.steps().stream())
                .flatMap(step -> step.contactIds().stream())
                .distinct()
                .toList();
    }

    /** An alert as it was last published. */
    public Optional<AlertChanged> message(UUID id) {
        return findByIdOptional(id).map(AlertEntity::message);
    }

    List<AlertChanged> list(PageRequest page, Optional<AlertState> state, Optional<UUID> monitorId) {
        Listing wanted = new Listing(page, "since")
                .equal("state", state)
                .where("id in (select alertId from DisruptionEntity where monitorId = :monitor)", "monitor", monitorId);
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(AlertEntity::message)
                .toList();
    }
}
