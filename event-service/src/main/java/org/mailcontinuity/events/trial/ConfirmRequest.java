package org.mailcontinuity.events.trial;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param addressId where the code was sent
 * @param code the six digits that the person read there
 */
@Schema(example = "{\"addressId\": \"4c1f5d3c-7b0e-5c58-9d0c-0a4a8f7d5a10\", \"code\": \"402917\"}")
record ConfirmRequest(
        @NotNull UUID addressId,

        @NotNull @Pattern(regexp = "[0-9]{6}", message = "must be six digits")
        String code) {}
