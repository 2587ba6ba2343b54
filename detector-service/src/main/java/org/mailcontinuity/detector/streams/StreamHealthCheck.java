package org.mailcontinuity.detector.streams;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the stream judges; else says why it does not, and for a missing topic how to create it. */
@Readiness
@ApplicationScoped
class StreamHealthCheck implements HealthCheck {
    private final StreamsJob job;

    StreamHealthCheck(StreamsJob job) {
        this.job = job;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("stream");
        return switch (job.status()) {
            case StreamStatus.Running running -> response.up().build();
            case StreamStatus.Starting starting ->
                response.down().withData("reason", "state is being restored").build();
            case StreamStatus.Waiting waiting ->
                response.down().withData("reason", waiting.reason()).build();
            case StreamStatus.Ended ended ->
                response.down().withData("reason", "the service ends").build();
        };
    }
}
