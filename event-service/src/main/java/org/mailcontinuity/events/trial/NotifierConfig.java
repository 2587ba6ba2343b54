package org.mailcontinuity.events.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The notifier that sends tests. */
@ConfigMapping(prefix = "continuity.notifier")
interface NotifierConfig {
    /** Where the notifier's API is. */
    @WithDefault("http://localhost:8083")
    URI url();
}
