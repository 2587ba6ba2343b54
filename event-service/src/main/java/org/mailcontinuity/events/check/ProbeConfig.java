package org.mailcontinuity.events.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The probe that checks at once, and the key that this service proves itself with. */
@ConfigMapping(prefix = "continuity")
interface ProbeConfig {
    /** Where the probe's API is. */
    @WithName("probe.url")
    @WithDefault("http://localhost:8081")
    URI probeUrl();

    /** A PEM file (PKCS#8, Ed25519); without it no other service can be called. */
    @WithName("service.private-key")
    Optional<Path> servicePrivateKey();
}
