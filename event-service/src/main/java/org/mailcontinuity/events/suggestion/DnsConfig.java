package org.mailcontinuity.events.suggestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The name servers that this service asks. */
@ConfigMapping(prefix = "continuity.dns")
interface DnsConfig {
    /** {@code host} or {@code host:port} each; absent = those of the machine. */
    Optional<List<String>> servers();

    /** How long one question may take. */
    @WithDefault("PT5S")
    Duration timeout();
}
