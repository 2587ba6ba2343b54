package org.mailcontinuity.notifier.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;

/** Puts work into the plan, in the present transaction: it is planned if that is committed, else not. */
public final class Jobs {
    private final SchedulerClient plan;
    private final Runnable planned;

    /** @param planned told within the transaction of each change of the plan */
    Jobs(SchedulerClient plan, Runnable planned) {
        this.plan = plan;
        this.planned = planned;
    }

    /**
     * @param work the name of a {@link ScheduledWork}
     * @param instance what it is to work on; planning the same again changes nothing
     */
    public void schedule(String work, String instance, Instant at) {
        plan.scheduleIfNotExists(new TaskInstance<>(work, instance), at);
        planned.run();
    }

    /** There may be something due, once the transaction is committed. */
    record JobPlanned() {}
}
