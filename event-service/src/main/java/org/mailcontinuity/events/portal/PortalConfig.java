package org.mailcontinuity.events.portal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;

/** The links in alerts. */
@ConfigMapping(prefix = "continuity.link")
interface PortalConfig {
    /** A folder of {@code <keyId>.pem} files (SubjectPublicKeyInfo, Ed25519); without it no link opens anything. */
    Optional<Path> publicKeys();

    /** How many requests a minute one link may take for ever; an address may make ten times as many. */
    @WithDefault("30")
    @Min(1)
    @Max(10_000)
    int requestsPerMinute();
}
