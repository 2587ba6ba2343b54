package org.mailcontinuity.events.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Access to the API. */
@ConfigMapping(prefix = "continuity.access")
public interface AccessConfig {
    /** Requests of one caller. */
    RateLimitConfig rateLimit();

    /** Bounds on the requests of one caller at one replica. */
    interface RateLimitConfig {
        /** How many requests a second a caller may make for ever. */
        @WithDefault("50")
        @Min(1)
        @Max(100_000)
        int perSecond();

        /** How many requests a caller may make at once after a pause. */
        @WithDefault("200")
        @Min(1)
        @Max(1_000_000)
        int burst();
    }
}
