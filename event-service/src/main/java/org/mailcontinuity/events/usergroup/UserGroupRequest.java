package org.mailcontinuity.events.usergroup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;

/**
 * A user group as a caller wants it.
 *
 * @param members addresses, or whole domains as {@code @domain}; at most 10,000
 */
@Schema(example = "{\"name\": \"sales\", \"members\": [\"ada@example.org\", \"@sales.example.org\"]}")
record UserGroupRequest(
        @NotBlank @Size(max = 100) String name,
        Optional<@Size(min = 1, max = 500) String> description,
        @Size(max = UserGroupRequest.MOST_MEMBERS) List<String> members) {
    static final int MOST_MEMBERS = 10_000;

    UserGroupRequest {
        description = Require.orElse(description, Optional.empty());
        members = Require.list("members", members, MOST_MEMBERS);
    }
}
