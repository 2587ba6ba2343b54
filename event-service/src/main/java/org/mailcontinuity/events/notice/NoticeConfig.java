package org.mailcontinuity.events.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The notifier that words notices. */
@ConfigMapping(prefix = "continuity.notifier")
interface NoticeConfig {
    /** Where the notifier's API is. */
    @WithDefault("http://localhost:8083")
    URI url();
}
