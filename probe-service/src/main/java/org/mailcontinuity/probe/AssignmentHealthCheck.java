package org.mailcontinuity.probe;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the worker has its share of the monitors and has read their definitions. */
@Readiness
@ApplicationScoped
class AssignmentHealthCheck implements HealthCheck {
    private final Probe probe;

    AssignmentHealthCheck(Probe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("monitors assigned")
                .status(probe.isAssigned())
                .withData("monitors", probe.scheduler().monitors())
                .build();
    }
}
