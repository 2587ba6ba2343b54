package org.mailcontinuity.events.lifecycle;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason why, for the timeline */
@Schema(example = "{\"reason\": \"The provider has recovered.\"}")
record ReasonRequest(Optional<@Size(min = 1, max = 500) String> reason) {}
