package org.mailcontinuity.notifier.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How deliveries are tried. */
@ConfigMapping(prefix = "continuity.notifier.delivery")
public interface DeliveryConfig {
    /** The pause after the first attempt; each one after is twice as long. */
    @WithDefault("2S")
    @NotNull
    Duration firstRetry();

    /** No pause is longer. */
    @WithDefault("5M")
    @NotNull
    Duration longestRetry();

    /** How long after it was planned a delivery is given up. */
    @WithDefault("24H")
    @NotNull
    Duration giveUpAfter();

    /** How long an address may be put off before another road is taken beside it. */
    @WithDefault("1M")
    @NotNull
    Duration patience();

    /** A directory of templates that take the place of ours. */
    Optional<Path> templates();
}
