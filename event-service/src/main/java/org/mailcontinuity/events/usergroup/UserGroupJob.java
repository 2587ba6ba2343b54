package org.mailcontinuity.events.usergroup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Publishes groups that are older than their publication. */
@Singleton
class UserGroupJob {
    private final UserGroups groups;
    private final UserGroupRepository rows;

    UserGroupJob(UserGroups groups, UserGroupRepository rows) {
        this.groups = groups;
        this.rows = rows;
    }

    @Scheduled(every = "10m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void publish() {
        List<UUID> unpublished = QuarkusTransaction.requiringNew().call(rows::unpublished);
        unpublished.forEach(id -> QuarkusTransaction.requiringNew().run(() -> groups.publish(id)));
    }
}
