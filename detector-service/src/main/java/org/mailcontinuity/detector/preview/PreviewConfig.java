package org.mailcontinuity.detector.preview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of previews. */
@ConfigMapping(prefix = "continuity.detector.preview")
interface PreviewConfig {
    /** How many may run at once; at least 1. */
    @WithDefault("4")
    int mostAtOnce();

    /** After how long one ends with what it has judged by then; 1 s to 10 minutes. */
    @WithDefault("PT1M")
    Duration timeLimit();
}
