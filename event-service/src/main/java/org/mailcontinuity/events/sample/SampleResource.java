package org.mailcontinuity.events.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;
import org.mailcontinuity.events.window.Span;

/** A monitor's samples. */
@Path("/api/v1/monitors/{id}/samples")
@Tag(name = "monitors")
@RunOnVirtualThread
final class SampleResource {
    private static final Logger LOG = Logger.getLogger(SampleResource.class);
    private static final int MOST = 1_000;
    private static final Duration FALLBACK = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final SampleConnection samples;
    private final InstantSource clock;

    SampleResource(SampleConnection samples, InstantSource clock) {
        this.samples = samples;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(
            summary = "Show the samples of a span of time",
            description = "Read from Kafka, by default those of the last 15 minutes; at most 1000, and at most five"
                    + " seconds of reading. Samples are kept for 7 days.")
    public SamplesView samples(
            @RestPath UUID id,
            @RestQuery Optional<String> from,
            @RestQuery Optional<String> to,
            @RestQuery @DefaultValue("200") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new RefusedException(Refusal.Invalid.of("limit", "RANGE", "must be from 1 to " + MOST));
        }
        Span span = Span.of(from, to, FALLBACK, LONGEST, clock.instant());
        try {
            return samples.read(new SampleQuery(id, span.from(), span.until(), limit));
        } catch (KafkaException e) {
            LOG.warnf("samples cannot be read cause=%s", e.getMessage());
            throw new RefusedException(new Refusal.Unavailable("The broker cannot be reached.", Duration.ofSeconds(5)));
        }
    }
}
