package org.mailcontinuity.events.monitor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.events.paging.PageRequest;

/** Monitors. */
@Singleton
public class MonitorRepository implements PanacheRepositoryBase<MonitorEntity, UUID> {
    private static final int MOST_SHOWN = 500;

    public Optional<Monitor> monitor(UUID id) {
        return findByIdOptional(id).map(MonitorEntity::toMonitor);
    }

    /** Every monitor by name, at most 500: for the overview. */
    public List<Monitor> byName() {
        return find("order by lower(name), id").page(Page.ofSize(MOST_SHOWN)).list().stream()
                .map(MonitorEntity::toMonitor)
                .toList();
    }

    /** Whether the domain's own mail is watched, so that it cannot carry the alert of its failure. */
    public boolean watches(String domain) {
        return count("domain", domain) > 0;
    }

    public boolean usesPolicy(UUID policyId) {
        return count("policyId", policyId) > 0;
    }

    Optional<MonitorEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Monitor> list(PageRequest page, MonitorFilter filter) {
        StringBuilder where = new StringBuilder("1 = 1");
        Parameters values = new Parameters();
        filter.domain().ifPresent(domain -> {
            where.append(" and domain = :domain");
            values.and("domain", domain);
        });
        filter.name().ifPresent(name -> {
            where.append(" and locate(lower(:name), lower(name)) > 0");
            values.and("name", name);
        });
        filter.enabled().ifPresent(enabled -> {
            where.append(" and enabled = :enabled");
            values.and("enabled", enabled);
        });
        filter.policyId().ifPresent(policy -> {
            where.append(" and policyId = :policy");
            values.and("policy", policy);
        });
        page.after().ifPresent(cursor -> {
            where.append(" and (createdAt < :at or createdAt = :at and id < :id)");
            values.and("at", cursor.at()).and("id", cursor.id());
        });
        return find(where + " order by createdAt desc, id desc", values).page(Page.ofSize(page.fetch())).list().stream()
                .map(MonitorEntity::toMonitor)
                .toList();
    }
}
