package org.mailcontinuity.events.lifecycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;

/** Events and their timelines. */
@Singleton
public class EventRepository implements PanacheRepositoryBase<EventEntity, UUID> {
    void insert(ContinuityEvent event) {
        persistAndFlush(EventEntity.of(event));
        cover(event);
    }

    void update(ContinuityEvent event) {
        findById(event.id()).become(event);
        flush();
        cover(event);
    }

    /** Keeps the groups of an open event from being deleted. */
    private void cover(ContinuityEvent event) {
        getEntityManager()
                .createNativeQuery("delete from continuity_event_group where event_id = :event")
                .setParameter("event", event.id())
                .executeUpdate();
        if (event.isOpen() && !event.plan().scope().groupIds().isEmpty()) {
            getEntityManager()
                    .createNativeQuery("""
                            insert into continuity_event_group (event_id, group_id)
                            select :event, unnest(cast(:groups as uuid[]))""")
                    .setParameter("event", event.id())
                    .setParameter("groups", event.plan().scope().groupIds().toArray(UUID[]::new))
                    .executeUpdate();
        }
    }

    void note(EventTransition transition) {
        getEntityManager().persist(TransitionEntity.of(transition));
    }

    public Optional<ContinuityEvent> get(UUID id) {
        return findByIdOptional(id).map(EventEntity::toEvent);
    }

    /** The event, whose row nobody else may change until the present transaction ends. */
    Optional<ContinuityEvent> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)).map(EventEntity::toEvent);
    }

    /** Lets only the present transaction look for, and make, an event for this alert. */
    void lockAlert(UUID alertId) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:key)", Object.class)
                .setParameter("key", alertId.getMostSignificantBits() ^ alertId.getLeastSignificantBits())
                .getSingleResult();
    }

    public Optional<ContinuityEvent> openForAlert(UUID alertId) {
        return find("alertId = ?1 and state in ('SCHEDULED', 'ACTIVE')", alertId)
                .firstResultOptional()
                .map(EventEntity::toEvent);
    }

    /** The newest event that answers, or answered, an alert. */
    public Optional<ContinuityEvent> newestForAlert(UUID alertId) {
        return find("alertId = ?1 order by createdAt desc, id desc", alertId)
                .firstResultOptional()
                .map(EventEntity::toEvent);
    }

    /** The active events, those that end first in front. */
    public List<ContinuityEvent> active() {
        return find("state = 'ACTIVE' order by until, id").list().stream()
                .map(EventEntity::toEvent)
                .toList();
    }

    /** Events of planned work that are not over at {@code since}, as far as is known now. */
    public List<ContinuityEvent> planned(Instant since) {
        return find(
                        "alertId is null and disruptionId is null and state <> 'CANCELLED' and until > ?1 order by from, id",
                        since)
                .list()
                .stream()
                .map(EventEntity::toEvent)
                .filter(event -> event.planned().isPresent())
                .toList();
    }

    /**
     * An event for which the time demands something, whose row nobody else holds; it is held from now on.
     *
     * @param except events that are to be left out
     */
    Optional<ContinuityEvent> claimDue(Instant now, Collection<UUID> except) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from continuity_event
                        where (state = 'SCHEDULED' and from_at <= :now or state = 'ACTIVE' and until_at <= :now)
                          and id <> all (:except)
                        order by least(from_at, until_at), id limit 1 for update skip locked""", EventEntity.class)
                .setParameter("now", now)
                .setParameter("except", except.toArray(UUID[]::new))
                .getResultStream()
                .findFirst()
                .map(row -> ((EventEntity) row).toEvent());
    }

    List<ContinuityEvent> list(PageRequest page, Optional<String> state, Optional<UUID> alertId) {
        Listing wanted = new Listing(page, "createdAt").equal("state", state).equal("alertId", alertId);
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(EventEntity::toEvent)
                .toList();
    }

    /** What happened to an event, oldest first. */
    List<TransitionView> timeline(UUID id) {
        return getEntityManager()
                .createQuery("from TransitionEntity where eventId = :id order by revision", TransitionEntity.class)
                .setParameter("id", id)
                .getResultStream()
                .map(TransitionEntity::toView)
                .toList();
    }
}
