package org.mailcontinuity.events.usergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.address.EmailAddress;

@EventServiceTest
class UserGroupIT {
    private static final String GROUPS = "/api/v1/user-groups";

    @Inject
    UserGroupRepository rows;

    @Test
    void findsTheGroupsOfAnAddressByNameAndByDomain() {
        UUID named = create("named", List.of("Ada@Members.test"));
        UUID whole = create("whole domain", List.of("@members.test"));
        create("others", List.of("@sub.members.test", "bob@members.test"));
        assertThat(groupsOf("ADA@members.test")).containsExactlyInAnyOrder(named, whole);
        assertThat(groupsOf("eve@members.test")).containsExactly(whole);
        assertThat(groupsOf("ada@elsewhere.test")).isEmpty();
    }

    @Test
    void previewsAndTakesACsvFile() {
        UUID id = create("imported", List.of("old@import.test", "kept@import.test"));
        String csv =
                "Name;E-Mail\r\n\"Lovelace; Ada\";ada@import.test\r\nKept;KEPT@import.test\r\nNobody;not an address\r\n";
        load(id, csv, "dryRun=true&replace=true", 1, 1, 2);
        members(id, List.of("kept@import.test", "old@import.test"));
        load(id, csv, "replace=false", 1, 0, 3);
        members(id, List.of("ada@import.test", "kept@import.test", "old@import.test"));
        load(id, csv, "replace=true", 0, 1, 2);
        members(id, List.of("ada@import.test", "kept@import.test"));
    }

    @Test
    void namesTheMembersThatAreNone() {
        Caller.admin()
                .body(Map.of("name", "bad", "members", List.of("ok@x.test", "nobody")))
                .post(GROUPS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("members[1]"));
    }

    @Test
    void keepsMembersWhenOtherFieldsArePatched() {
        UUID id = create("before", List.of("a@patched.test"));
        Caller.admin()
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("name", "after"))
                .patch(GROUPS + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("after"))
                .body("memberCount", equalTo(1));
        Caller.admin()
                .header("If-Match", "\"2\"")
                .delete(GROUPS + "/" + id)
                .then()
                .statusCode(204);
    }

    private static void load(UUID id, String csv, String query, int added, int removed, int total) {
        Caller.admin()
                .contentType("text/csv")
                .body(csv)
                .post(GROUPS + "/" + id + "/import?" + query)
                .then()
                .statusCode(200)
                .body("added", equalTo(added))
                .body("removed", equalTo(removed))
                .body("memberCount", equalTo(total))
                .body("rejected[0].line", equalTo(4));
    }

    private static void members(UUID id, List<String> expected) {
        Caller.admin().get(GROUPS + "/" + id + "/members").then().body("items", equalTo(expected));
    }

    private List<UUID> groupsOf(String address) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.groupsOf(EmailAddress.parse(address).orElseThrow()));
    }

    private static UUID create(String name, List<String> members) {
        return UUID.fromString(Caller.admin()
                .body(Map.of("name", name, "members", members))
                .post(GROUPS)
                .then()
                .statusCode(201)
                .extract()
                .path("groupId"));
    }
}
