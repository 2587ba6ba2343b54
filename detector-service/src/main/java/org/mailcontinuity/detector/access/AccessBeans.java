package org.mailcontinuity.detector.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Wires who may call. */
final class AccessBeans {
    @Produces
    @Singleton
    ServiceTokens serviceTokens(
            @ConfigProperty(name = "continuity.service.trusted-keys") Optional<Path> trustedKeys, InstantSource clock) {
        return new ServiceTokens(trustedKeys, clock);
    }
}
