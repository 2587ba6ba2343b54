package org.mailcontinuity.events.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The probe that checks at once. */
@ConfigMapping(prefix = "continuity.probe")
interface ProbeConfig {
    /** Where the probe's API is. */
    @WithDefault("http://localhost:8081")
    URI url();
}
