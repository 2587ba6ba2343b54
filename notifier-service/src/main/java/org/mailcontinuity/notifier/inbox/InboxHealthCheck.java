package org.mailcontinuity.notifier.inbox;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Not live once a consumer has met a bug and stopped: a restart tries again, and somebody looks. */
@Liveness
final class InboxHealthCheck implements HealthCheck {
    private final InboxJob job;

    InboxHealthCheck(InboxJob job) {
        this.job = job;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("consumers").status(job.stopped().isEmpty());
        job.stopped().forEach(answer::withData);
        return answer.build();
    }
}
