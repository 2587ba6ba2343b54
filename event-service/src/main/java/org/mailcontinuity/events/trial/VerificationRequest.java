package org.mailcontinuity.events.trial;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param addressId of one of the contact's channels */
@Schema(example = "{\"addressId\": \"4c1f5d3c-7b0e-5c58-9d0c-0a4a8f7d5a10\"}")
record VerificationRequest(@NotNull UUID addressId) {}
