package org.mailcontinuity.notifier.proof;

import java.util.UUID;
import org.mailcontinuity.contracts.Require;

/** @param requestedBy who wants the test; stands in its text */
public record TestRequest(UUID contactId, String requestedBy) {
    public TestRequest {
        Require.present("contactId", contactId);
        Require.text("requestedBy", requestedBy, 1, 200);
    }
}
