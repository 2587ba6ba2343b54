package org.mailcontinuity.notifier.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the feature's plain classes together. */
final class JobBeans {
    @Produces
    @Singleton
    Jobs jobs(DataSource database, Event<Jobs.JobPlanned> planned) {
        return new Jobs(SchedulerClient.Builder.create(database).build(), () -> planned.fire(new Jobs.JobPlanned()));
    }
}
