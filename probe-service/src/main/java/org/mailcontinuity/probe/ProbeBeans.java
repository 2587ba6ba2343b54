package org.mailcontinuity.probe;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mailcontinuity.probe.access.ServiceTokens;
import org.mailcontinuity.probe.check.CheckDesk;
import org.mailcontinuity.probe.traffic.TrafficReceiver;

/** Puts the probe together from configuration, and starts and ends it with the application. */
@Singleton
class ProbeBeans {
    private final InstantSource clock = InstantSource.system();
    private Optional<TrafficReceiver> trafficReceiver = Optional.empty();

    @Produces
    @Singleton
    Probe probe(
            ProbeConfig config,
            @ConfigProperty(name = "continuity.credentials.directory") Optional<Path> credentials,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new Probe(ProbeSettings.of(config), credentials.orElse(Path.of("credentials")), kafka, clock);
    }

    @Produces
    @Singleton
    ServiceTokens serviceTokens(@ConfigProperty(name = "continuity.service.trusted-keys") Optional<Path> trustedKeys) {
        return new ServiceTokens(trustedKeys, clock);
    }

    @Produces
    @Singleton
    CheckDesk checkDesk(Probe probe) {
        return probe.checkDesk();
    }

    void start(@Observes StartupEvent event, ProbeConfig config, Probe probe, ProbeMetrics metrics, Vertx vertx) {
        metrics.register(probe);
        probe.start();
        trafficReceiver = probe.traffic()
                .flatMap(desk ->
                        ProbeSettings.of(config).traffic().map(at -> TrafficReceiver.start(vertx, at.address(), desk)));
    }

    void stop(@Observes ShutdownEvent event, Probe probe) {
        trafficReceiver.ifPresent(TrafficReceiver::close);
        probe.close();
    }
}
