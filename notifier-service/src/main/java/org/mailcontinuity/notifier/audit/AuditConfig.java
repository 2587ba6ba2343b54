package org.mailcontinuity.notifier.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What counts as late, and who is told. */
@ConfigMapping(prefix = "continuity.notifier.audit")
public interface AuditConfig {
    /** How often it looks. */
    @WithDefault("30S")
    @NotNull
    Duration interval();

    /** What should have happened and did not for this long is late. */
    @WithDefault("2M")
    @NotNull
    Duration lateAfter();

    /** How often the operators are told again of what goes on. */
    @WithDefault("30M")
    @NotNull
    Duration repeat();

    /** Who is told. Best over a channel that alerts do not use. */
    Optional<List<OperatorConfig>> operators();

    /** An operator's address. */
    interface OperatorConfig {
        /** Such as {@code EMAIL} or {@code WEBHOOK}. */
        String channel();

        String address();

        Optional<String> credential();

        @WithDefault("en")
        Locale language();
    }
}
