package org.mailcontinuity.notifier.audit;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.mailcontinuity.notifier.template.Facts;

/** Says what is late: in the wellness check, since restarting or taking away the replica would not mend it. */
@Wellness
@Singleton
class AuditHealthCheck implements HealthCheck {
    private final AuditFindings findings;

    AuditHealthCheck(AuditFindings findings) {
        this.findings = findings;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("audit").status(findings.last().isEmpty());
        for (Facts.Finding finding : findings.last()) {
            answer.withData(finding.kind(), finding.count());
        }
        return answer.build();
    }
}
