package org.mailcontinuity.notifier.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;

/** The key that signs links to the portal. */
@ConfigMapping(prefix = "continuity.link")
public interface LinkConfig {
    /** An Ed25519 key, PKCS #8 in PEM. */
    Path privateKey();

    /** The id under which the event-service knows its public half. */
    @WithDefault("1")
    @Min(1)
    @Max(255)
    int keyId();
}
