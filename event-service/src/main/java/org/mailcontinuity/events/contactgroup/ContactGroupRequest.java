package org.mailcontinuity.events.contactgroup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;

/** A contact group as a caller wants it. */
@Schema(example = "{\"name\": \"on call\", \"contactIds\": [\"0198f2a4-7c1e-7aa0-8f52-3d1c0a5be001\"]}")
record ContactGroupRequest(
        @NotBlank @Size(max = 100) String name,
        @Size(min = 1, max = 200) List<UUID> contactIds) {
    ContactGroupRequest {
        contactIds = Require.list("contactIds", contactIds, 200);
    }
}
