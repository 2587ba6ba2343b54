package org.mailcontinuity.detector.streams;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Wires what Quarkus cannot make by itself. */
final class DetectorBeans {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    StreamSettings settings(DetectorConfig config) {
        return new StreamSettings(
                config.applicationId(),
                config.stateDirectory(),
                config.tick(),
                config.commitInterval(),
                config.sessionTimeout(),
                config.threads(),
                config.standbyReplicas(),
                config.replicationFactor(),
                config.confirmations());
    }
}
