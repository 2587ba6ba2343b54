package org.mailcontinuity.notifier.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/** When many messages become one. */
@ConfigMapping(prefix = "continuity.notifier.limit")
public interface LimitConfig {
    /** How many messages about alerts a person gets over one address in a window; what is more is told in one. */
    @WithDefault("10")
    @Min(1)
    @Max(100_000)
    int messages();

    /** The window, and so the longest that something waits to be told together with others. */
    @WithDefault("1M")
    @NotNull
    Duration window();
}
