package org.mailcontinuity.notifier.proof;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** @param requestedBy who wants the test; stands in its text */
public record TestRequest(
        @NotNull UUID contactId,
        @NotNull @Size(min = 1, max = 200) String requestedBy) {}
