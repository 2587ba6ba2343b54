package org.mailcontinuity.events.peer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The notifier, which sends tests and words notices. */
@ConfigMapping(prefix = "continuity.notifier")
public interface NotifierConfig {
    /** Where the notifier's API is. */
    @WithDefault("http://localhost:8083")
    URI url();
}
