package org.mailcontinuity.notifier.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs every {@link ScheduledWork} bean for as long as the service runs. */
@Singleton
public class SchedulerJob {
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration RETRY_AFTER_FAULT = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(4);

    private final DataSource database;
    private final Instance<ScheduledWork> works;
    private final JobConfig config;
    private final InstantSource clock;
    private volatile @Nullable Scheduler scheduler;

    SchedulerJob(DataSource database, @Any Instance<ScheduledWork> works, JobConfig config, InstantSource clock) {
        this.database = database;
        this.works = works;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        List<Task<?>> tasks = new ArrayList<>();
        for (ScheduledWork work : works) {
            tasks.add(task(work));
        }
        Scheduler started = Scheduler.create(database, tasks)
                .schedulerName(new SchedulerName.Fixed(replica()))
                .clock(clock::instant)
                .threads(config.threads())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP)
                .build();
        started.start();
        scheduler = started;
    }

    void stop(@Observes ShutdownEvent event) {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
        }
    }

    /** What is due at once is not left until the next look. */
    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) Jobs.JobPlanned planned) {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    private static Task<Void> task(ScheduledWork work) {
        return Tasks.custom(work.name(), Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER_FAULT))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<Instant> again = work.run(instance.getId());
                    return again.<CompletionHandler<Void>>map(
                                    at -> (complete, operations) -> operations.reschedule(complete, at))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private static String replica() {
        try {
            return InetAddress.getLocalHost().getHostName() + "/"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException e) {
            return "notifier/" + ProcessHandle.current().pid();
        }
    }
}
