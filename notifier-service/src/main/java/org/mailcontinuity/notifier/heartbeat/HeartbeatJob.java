package org.mailcontinuity.notifier.heartbeat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.channel.http.HttpReply;
import org.mailcontinuity.notifier.channel.http.HttpRequest;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.job.Jobs;
import org.mailcontinuity.notifier.job.ScheduledWork;

/** Sends the sign of life, in one replica, for as long as the pipeline is fresh. */
@Singleton
class HeartbeatJob implements ScheduledWork {
    private static final Logger LOG = Logger.getLogger(HeartbeatJob.class);
    private static final String NAME = "heartbeat";

    private final HeartbeatConfig config;
    private final PipelineRepository pipeline;
    private final HttpConnection http;
    private final CredentialRepository credentials;
    private final Jobs jobs;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    HeartbeatJob(
            HeartbeatConfig config,
            PipelineRepository pipeline,
            HttpConnection http,
            CredentialRepository credentials,
            Jobs jobs,
            MeterRegistry metrics,
            InstantSource clock) {
        this.config = config;
        this.pipeline = pipeline;
        this.http = http;
        this.credentials = credentials;
        this.jobs = jobs;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    void start(@Observes StartupEvent event) {
        if (url().isPresent()) {
            QuarkusTransaction.requiringNew().run(() -> jobs.schedule(NAME, NAME, clock.instant()));
        }
    }

    @Override
    public Optional<Instant> run(String instance) {
        Optional<String> url = url();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> seen = QuarkusTransaction.requiringNew().call(pipeline::lastSeen);
        String outcome = fresh(seen) ? beat(url.get()) : withheld(seen);
        metrics.counter("continuity.notifier.heartbeats", "outcome", outcome).increment();
        return Optional.of(clock.instant().plus(config.interval()));
    }

    private boolean fresh(Optional<Instant> seen) {
        return seen.map(at -> Duration.between(at, clock.instant()).compareTo(config.staleAfter()) <= 0)
                .orElse(false);
    }

    private static String withheld(Optional<Instant> seen) {
        LOG.warnf("heartbeat withheld, since the pipeline is not seen to work seen=%s", seen.orElse(null));
        return "withheld";
    }

    private String beat(String url) {
        HttpReply reply = http.send(HttpRequest.post(url, "text/plain", new byte[0]));
        if (reply instanceof HttpReply.Answered answered && answered.success()) {
            return "sent";
        }
        String why = switch (reply) {
            case HttpReply.Answered answered -> answered.said();
            case HttpReply.Failed failed -> failed.reason();
            case HttpReply.Forbidden forbidden -> forbidden.reason();
        };
        LOG.warnf("heartbeat not taken reply=%s", why);
        return "failed";
    }

    private Optional<String> url() {
        return config.credential()
                .flatMap(name -> credentials.find(name, "url"))
                .or(config::url);
    }
}
