package org.mailcontinuity.events.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The first start. */
@ConfigMapping(prefix = "continuity.bootstrap")
public interface BootstrapConfig {
    /** Where the first admin token is written (mode 0600) when there is none yet; nowhere where absent. */
    Optional<Path> adminTokenFile();
}
