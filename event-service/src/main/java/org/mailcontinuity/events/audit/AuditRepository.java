package org.mailcontinuity.events.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;

/** Writes and lists the audit. Every write of the service calls {@link #record} in its own transaction. */
@Singleton
public class AuditRepository implements PanacheRepositoryBase<AuditEntity, UUID> {
    private final ObjectMapper json;
    private final InstantSource clock;
    private final RandomGenerator random;

    AuditRepository(ObjectMapper json, InstantSource clock, RandomGenerator random) {
        this.json = json;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Notes a change in the present transaction.
     *
     * @param action a verb, such as {@code create}
     * @param kind what was changed, such as {@code event}
     * @param before what the API showed before; null when it was created
     * @param after what the API shows now; null when it was deleted
     */
    public void record(
            Actor actor, String action, String kind, Object id, @Nullable Object before, @Nullable Object after) {
        persist(AuditEntity.of(new AuditEntry(
                TimeOrderedId.at(clock.instant(), random),
                clock.instant(),
                actor,
                action,
                kind,
                id.toString(),
                text(before),
                text(after))));
    }

    /** When {@code action} was last done to each of some resources, by id. */
    public Map<String, Instant> last(String kind, String action, Collection<UUID> ids) {
        List<Object[]> rows = getEntityManager()
                .createQuery("""
                        select a.resourceId, max(a.at) from AuditEntity a
                        where a.resourceKind = :kind and a.action = :action and a.resourceId in :ids
                        group by a.resourceId""", Object[].class)
                .setParameter("kind", kind)
                .setParameter("action", action)
                .setParameter("ids", ids.stream().map(UUID::toString).toList())
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1]));
    }

    List<AuditEntry> list(PageRequest page, Optional<String> kind, Optional<String> resourceId) {
        Listing wanted = new Listing(page, "at").equal("resourceKind", kind).equal("resourceId", resourceId);
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(AuditEntity::toEntry)
                .toList();
    }

    private Optional<String> text(@Nullable Object value) {
        try {
            return value == null ? Optional.empty() : Optional.of(json.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view is always JSON", e);
        }
    }
}
