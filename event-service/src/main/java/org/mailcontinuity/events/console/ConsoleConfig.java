package org.mailcontinuity.events.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The console, as browsers reach it. */
@ConfigMapping(prefix = "continuity")
interface ConsoleConfig {
    /** The address that people use; where it is https, the cookie is sent over https only. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** How long a browser stays signed in. */
    @WithDefault("PT12H")
    Duration consoleSession();
}
