package org.mailcontinuity.events.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token to be made.
 *
 * @param name who or what will use it
 * @param expiresIn how long it is valid, up to 366 days; 90 days where absent
 */
@Schema(example = "{\"name\": \"status page\", \"role\": \"VIEWER\", \"expiresIn\": \"P30D\"}")
record TokenRequest(
        @NotNull @Size(min = 1, max = 100) String name,
        @NotNull Role role,
        Optional<Duration> expiresIn) {}
