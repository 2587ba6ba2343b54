package org.mailcontinuity.events.monitor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mailcontinuity.events.paging.Listing;
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

    /** Those of {@code ids} that no monitor has. */
    public Set<UUID> missing(Set<UUID> ids) {
        Set<UUID> found = find("id in ?1", ids).list().stream()
                .map(row -> row.toMonitor().definition().monitorId())
                .collect(Collectors.toSet());
        return ids.stream().filter(id -> !found.contains(id)).collect(Collectors.toSet());
    }

    public boolean usesPolicy(UUID policyId) {
        return count("policyId", policyId) > 0;
    }

    Optional<MonitorEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Monitor> list(PageRequest page, MonitorFilter filter) {
        Listing wanted = new Listing(page, "createdAt")
                .named(filter.name())
                .equal("domain", filter.domain())
                .equal("enabled", filter.enabled())
                .equal("policyId", filter.policyId());
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(MonitorEntity::toMonitor)
                .toList();
    }
}
