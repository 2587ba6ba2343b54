package org.mailcontinuity.events.timeline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.mailcontinuity.contracts.TimeOrderedId;

/** Timelines of disruptions. */
@Singleton
public class TimelineRepository implements PanacheRepositoryBase<TimelineEntity, UUID> {
    private final InstantSource clock;
    private final RandomGenerator random;

    TimelineRepository(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Adds an entry in the present transaction. */
    public void add(UUID disruptionId, TimelineEntry entry) {
        persist(TimelineEntity.of(TimeOrderedId.at(clock.instant(), random), disruptionId, entry));
    }

    /** What happened, in order of time. */
    public List<TimelineEntry> entries(UUID disruptionId) {
        return find("disruptionId = ?1 order by at, id", disruptionId).list().stream()
                .map(TimelineEntity::toEntry)
                .toList();
    }
}
