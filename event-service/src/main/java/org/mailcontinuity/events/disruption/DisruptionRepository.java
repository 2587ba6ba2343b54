package org.mailcontinuity.events.disruption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.alert.Extent;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;

/** Disruptions. */
@Singleton
public class DisruptionRepository implements PanacheRepositoryBase<DisruptionEntity, UUID> {
    private static final int MOST_OPEN = 200;

    public Optional<Incident> incident(UUID id) {
        return findByIdOptional(id).map(DisruptionEntity::toIncident);
    }

    /** The alert that tells of a disruption. */
    public Optional<UUID> alertOf(UUID id) {
        return incident(id).flatMap(Incident::alertId);
    }

    /** Whether a disruption goes on, or another one that is told by the same alert. */
    public boolean lasts(UUID id) {
        return count("""
                        state = ?2 and (id = ?1
                        or alertId in (select d.alertId from DisruptionEntity d where d.id = ?1))""", id, DisruptionState.OPEN) > 0;
    }

    /** Disruptions that an alert tells of: those that last first, the gravest first, then the earliest; at most 200. */
    public List<Incident> ofAlert(UUID alertId) {
        return find("""
                        alertId = ?1 order by case when state = ?2 then 0 else 1 end,
                        case severity when DOWN then 0 when DEGRADED then 1 else 2 end, openedAt, id""", alertId, DisruptionState.OPEN).page(Page.ofSize(Extent.MOST_NAMED)).list().stream()
                .map(DisruptionEntity::toIncident)
                .toList();
    }

    /** Whether one of an alert's disruptions lasts. */
    boolean anyLasts(UUID alertId) {
        flush();
        return find("alertId = ?1 and state = ?2", alertId, DisruptionState.OPEN)
                .firstResultOptional()
                .isPresent();
    }

    /** The monitors of an alert's outages that last whose events start by themselves; of those that ask for the same, one. */
    public List<MonitorDefinition> automatic(UUID alertId) {
        return getSession()
                .createNativeQuery("""
                        select distinct on (monitor.definition -> 'activation') cast(monitor.definition as text)
                        from disruption join monitor on monitor.id = disruption.monitor_id
                        where alert_id = :alert and state = 'OPEN' and severity = 'DOWN'
                          and monitor.definition #>> '{activation,mode}' = 'AUTOMATIC'""", String.class)
                .setParameter("alert", alertId)
                .getResultStream()
                .map(json -> Messages.decode(MonitorDefinition.class, json.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** What an alert is about, as its disruptions now are. */
    Extent extent(UUID alertId) {
        flush();
        List<Incident> named = ofAlert(alertId);
        Object[] counts = (Object[]) getEntityManager()
                .createQuery("""
                        select count(id), count(distinct domain), count(case when state = :open then 1 end)
                        from DisruptionEntity where alertId = :alert""")
                .setParameter("open", DisruptionState.OPEN)
                .setParameter("alert", alertId)
                .getSingleResult();
        return Extents.of(named, number(counts[0]), number(counts[1]), number(counts[2]));
    }

    private static int number(Object count) {
        return Math.toIntExact((Long) count);
    }

    /** Open disruptions, the gravest first, at most 200: for the overview. */
    public List<Incident> open() {
        return find("""
                        state = ?1 order by case severity when DOWN then 0 when DEGRADED then 1 else 2 end,
                        openedAt desc, id""", DisruptionState.OPEN).page(Page.ofSize(MOST_OPEN)).list().stream()
                .map(DisruptionEntity::toIncident)
                .toList();
    }

    public List<Incident> openOf(UUID monitorId) {
        return find("monitorId = ?1 and state = ?2 order by openedAt desc, id", monitorId, DisruptionState.OPEN)
                .list()
                .stream()
                .map(DisruptionEntity::toIncident)
                .toList();
    }

    Optional<DisruptionEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Incident> list(PageRequest page, DisruptionFilter filter) {
        Listing wanted = new Listing(page, "openedAt")
                .equal("monitorId", filter.monitorId())
                .equal("state", filter.state())
                .equal("severity", filter.severity())
                .equal("direction", filter.direction());
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(DisruptionEntity::toIncident)
                .toList();
    }
}
