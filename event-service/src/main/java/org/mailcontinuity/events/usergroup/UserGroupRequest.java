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
 * @param members addresses, or whole domains as {@code @domain}, each a text or an object that says more; at most 10,000
 */
@Schema(example = """
                {"name": "sales", "members": ["bob@example.org", "@sales.example.org",
                    {"address": "ada@example.org", "name": "Ada Lovelace", "phone": "+44 20 7946 0958",
                     "otherEmail": "ada@home.example", "language": "en"}]}
                """)
record UserGroupRequest(
        @NotBlank @Size(max = 100) String name,
        Optional<@Size(min = 1, max = 500) String> description,
        @Size(max = UserGroupRequest.MOST_MEMBERS) List<MemberRequest> members) {
    static final int MOST_MEMBERS = 10_000;

    UserGroupRequest {
        description = Require.orElse(description, Optional.empty());
        members = Require.list("members", members, MOST_MEMBERS);
    }
}
