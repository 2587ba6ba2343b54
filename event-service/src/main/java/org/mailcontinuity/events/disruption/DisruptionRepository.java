package org.mailcontinuity.events.disruption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.events.paging.PageRequest;

/** Disruptions. */
@Singleton
public class DisruptionRepository implements PanacheRepositoryBase<DisruptionEntity, UUID> {
    private static final int MOST_OPEN = 200;

    public Optional<Incident> incident(UUID id) {
        return findByIdOptional(id).map(DisruptionEntity::toIncident);
    }

    /** Whether a disruption goes on. */
    public boolean lasts(UUID id) {
        return count("id = ?1 and state = ?2", id, DisruptionState.OPEN) > 0;
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
        StringBuilder where = new StringBuilder("1 = 1");
        Parameters values = new Parameters();
        filter.monitorId().ifPresent(monitor -> {
            where.append(" and monitorId = :monitor");
            values.and("monitor", monitor);
        });
        filter.state().ifPresent(state -> {
            where.append(" and state = :state");
            values.and("state", state);
        });
        filter.severity().ifPresent(severity -> {
            where.append(" and severity = :severity");
            values.and("severity", severity);
        });
        filter.direction().ifPresent(direction -> {
            where.append(" and direction = :direction");
            values.and("direction", direction);
        });
        page.after().ifPresent(cursor -> {
            where.append(" and (openedAt < :at or openedAt = :at and id < :id)");
            values.and("at", cursor.at()).and("id", cursor.id());
        });
        return find(where + " order by openedAt desc, id desc", values).page(Page.ofSize(page.fetch())).list().stream()
                .map(DisruptionEntity::toIncident)
                .toList();
    }
}
