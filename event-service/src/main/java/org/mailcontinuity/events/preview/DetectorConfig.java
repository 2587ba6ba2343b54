package org.mailcontinuity.events.preview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The detector that judges recorded samples. */
@ConfigMapping(prefix = "continuity.detector")
interface DetectorConfig {
    /** Where the detector's API is. */
    @WithDefault("http://localhost:8082")
    URI url();
}
