package org.mailcontinuity.events.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param by how much longer the event is to last; added to what is left */
@Schema(example = "{\"by\": \"PT1H\"}")
record ExtendRequest(@NotNull Duration by) {}
