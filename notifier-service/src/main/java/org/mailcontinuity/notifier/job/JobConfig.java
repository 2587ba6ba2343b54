package org.mailcontinuity.notifier.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How scheduled work is claimed. */
@ConfigMapping(prefix = "continuity.notifier.jobs")
public interface JobConfig {
    /** How much is done at once by a replica. */
    @WithDefault("50")
    @Min(1)
    @Max(1000)
    int threads();

    /** How often a replica looks for what is due. */
    @WithDefault("1S")
    Duration poll();

    /** How often a replica says that it is alive; what it holds is another's after four that did not come. */
    @WithDefault("4S")
    Duration heartbeat();
}
