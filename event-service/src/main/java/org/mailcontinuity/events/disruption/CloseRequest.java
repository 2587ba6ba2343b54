package org.mailcontinuity.events.disruption;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a disruption is declared over. */
@Schema(example = "{\"reason\": \"Planned work that nobody announced\"}")
record CloseRequest(@NotBlank @Size(max = 500) String reason) {}
