package org.mailcontinuity.events.peer;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How this service proves itself to others. */
@ConfigMapping(prefix = "continuity.service")
interface ServiceConfig {
    /** A PEM file (PKCS#8, Ed25519); without it no other service can be called. */
    Optional<Path> privateKey();
}
