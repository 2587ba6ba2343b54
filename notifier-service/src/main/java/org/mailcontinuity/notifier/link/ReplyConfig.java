package org.mailcontinuity.notifier.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Whether and how often people may answer by SMS. */
@ConfigMapping(prefix = "continuity.notifier.replies")
public interface ReplyConfig {
    /** Whether texts to our sender come here, so that alerts may show a code. */
    @WithDefault("false")
    boolean enabled();

    /** How many texts of one phone are looked at in an hour. */
    @WithDefault("20")
    @Min(1)
    @Max(1000)
    int perHour();
}
