package org.mailcontinuity.events.usergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.audience.Audience;
import org.mailcontinuity.contracts.audience.AudienceMember;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Wire;
import org.mailcontinuity.events.address.EmailAddress;

@EventServiceTest
class UserGroupIT {
    private static final String GROUPS = "/api/v1/user-groups";
    private static final AudienceMember ADA = new AudienceMember(
            "user0000@parts.test",
            Optional.of("Ada"),
            Optional.of("+442079460958"),
            Optional.of("ada@home.test"),
            Optional.of("de-AT"));

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

    @Test
    void publishesMembersInPartsAndTakesThePartsBack() {
        UUID id = create("parts", manyMembers());
        Audience first = await().until(() -> part(id, 0), Optional::isPresent).orElseThrow();
        assertThat(first.name()).isEqualTo("parts");
        assertThat(first.members()).hasSize(500).startsWith(ADA);
        Audience second = await().until(() -> part(id, 1), Optional::isPresent).orElseThrow();
        assertThat(second.members()).extracting(AudienceMember::address).containsExactly("user0500@parts.test");
        change(id, 1, Map.of("members", List.of("only@parts.test")));
        await().until(() -> Wire.deleted(Audience.class, Audience.keyOf(id, 1)));
        await().untilAsserted(() -> assertThat(part(id, 0))
                .get()
                .satisfies(part -> assertThat(part.members()).hasSize(1)));
        Caller.admin()
                .header("If-Match", "\"2\"")
                .delete(GROUPS + "/" + id)
                .then()
                .statusCode(204);
        await().until(() -> Wire.deleted(Audience.class, Audience.keyOf(id, 0)));
    }

    private static List<Object> manyMembers() {
        List<Object> many = IntStream.range(0, 501)
                .mapToObj(number -> (Object) "user%04d@parts.test".formatted(number))
                .collect(Collectors.toCollection(ArrayList::new));
        many.set(
                0,
                Map.of(
                        "address", "USER0000@parts.test",
                        "name", "Ada",
                        "phone", "+44 20 7946 0958",
                        "otherEmail", "ada@home.test",
                        "language", "de-AT"));
        return many;
    }

    @Test
    void changesWhatIsKnownOfAMember() {
        UUID id = create("details", List.of("ada@details.test", "bob@details.test"));
        change(
                id,
                1,
                Map.of(
                        "members",
                        List.of(Map.of("address", "ada@details.test", "phone", "+442079460958"), "bob@details.test")));
        Caller.admin()
                .get(GROUPS + "/" + id + "/members")
                .then()
                .body("items[0].phone", equalTo("+442079460958"))
                .body("memberCount", equalTo(2));
        Caller.admin()
                .body(Map.of("name", "bad", "members", List.of(Map.of("address", "a@details.test", "phone", "0815"))))
                .post(GROUPS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("members[0].phone"));
    }

    private static void change(UUID id, int revision, Map<String, Object> patch) {
        Caller.admin()
                .header("If-Match", "\"" + revision + "\"")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(GROUPS + "/" + id)
                .then()
                .statusCode(200);
    }

    private static Optional<Audience> part(UUID id, int part) {
        return Wire.latest(Audience.class, Audience.keyOf(id, part));
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
        Caller.admin().get(GROUPS + "/" + id + "/members").then().body("items.address", equalTo(expected));
    }

    private List<UUID> groupsOf(String address) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.groupsOf(EmailAddress.parse(address).orElseThrow()));
    }

    private static UUID create(String name, List<?> members) {
        return UUID.fromString(Caller.admin()
                .body(Map.of("name", name, "members", members))
                .post(GROUPS)
                .then()
                .statusCode(201)
                .extract()
                .path("groupId"));
    }
}
