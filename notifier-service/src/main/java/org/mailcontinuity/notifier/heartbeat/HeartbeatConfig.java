package org.mailcontinuity.notifier.heartbeat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;

/** The dead-man's switch. */
@ConfigMapping(prefix = "continuity.notifier.heartbeat")
public interface HeartbeatConfig {
    /** The switch's URL. Without it, and without the credential, nothing is sent. */
    Optional<String> url();

    /** Names the secret with the field {@code url}, where the URL is not to be told. */
    Optional<String> credential();

    @WithDefault("1M")
    @NotNull
    Duration interval();

    /** A pipeline that was not seen to work for longer is broken: no sign of life. */
    @WithDefault("2M")
    @NotNull
    Duration staleAfter();
}
