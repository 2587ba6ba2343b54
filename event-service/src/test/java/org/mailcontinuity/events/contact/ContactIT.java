package org.mailcontinuity.events.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;

@EventServiceTest
class ContactIT {
    private static final String CONTACTS = "/api/v1/contacts";

    @Test
    void storesAddressesInOneFormAndPublishesThem() {
        String id = Caller.admin()
                .body(Map.of(
                        "name",
                        "Ada",
                        "timeZone",
                        "Europe/London",
                        "channels",
                        List.of(
                                Map.of("type", "EMAIL", "address", " Ada@Elsewhere.TEST "),
                                Map.of("type", "SMS", "address", "+44 20 7946 0958"),
                                Map.of("type", "WEBHOOK", "address", "https://hooks.test/a", "credential", "hooks"))))
                .post(CONTACTS)
                .then()
                .statusCode(201)
                .extract()
                .path("contactId");
        await().untilAsserted(() -> assertThat(Wire.latest(Contact.class, id))
                .get()
                .satisfies(contact -> assertThat(contact.channels())
                        .extracting(ContactChannel::address)
                        .containsExactly("ada@elsewhere.test", "+442079460958", "https://hooks.test/a")));
    }

    @Test
    void refusesAContactWhoseOnlyRoadIsWatched() {
        String helper = People.contact("Helper", "helper@elsewhere.test");
        People.monitor("watched.test", People.policy(helper));
        Caller.admin()
                .body(Map.of(
                        "name", "Silenced", "channels", List.of(Map.of("type", "EMAIL", "address", "x@watched.test"))))
                .post(CONTACTS)
                .then()
                .statusCode(400)
                .body("violations[0].rule", equalTo("ONLY_IN_WATCHED_DOMAIN"));
        Caller.admin()
                .body(Map.of(
                        "name",
                        "Reached",
                        "channels",
                        List.of(
                                Map.of("type", "EMAIL", "address", "x@watched.test"),
                                Map.of("type", "EMAIL", "address", "x@elsewhere.test"))))
                .post(CONTACTS)
                .then()
                .statusCode(201);
    }

    @Test
    void keepsAContactThatAPolicyCountsOn() {
        String id = People.contact("Needed", "needed@elsewhere.test");
        People.policy(id);
        Caller.admin()
                .header("If-Match", "\"1\"")
                .delete(CONTACTS + "/" + id)
                .then()
                .statusCode(409)
                .body("rule", equalTo("CONTACT_IN_USE"));
        String free = People.contact("Free", "free@elsewhere.test");
        Caller.admin()
                .header("If-Match", "\"1\"")
                .delete(CONTACTS + "/" + free)
                .then()
                .statusCode(204);
        await().until(() -> Wire.deleted(Contact.class, free));
    }

    @Test
    void groupsContacts() {
        String one = People.contact("One", "one@elsewhere.test");
        String two = People.contact("Two", "two@elsewhere.test");
        String group = Caller.admin()
                .body(Map.of("name", "both", "contactIds", List.of(one, two)))
                .post("/api/v1/contact-groups")
                .then()
                .statusCode(201)
                .extract()
                .path("groupId");
        Caller.admin()
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("contactIds", List.of(two)))
                .patch("/api/v1/contact-groups/" + group)
                .then()
                .statusCode(200)
                .body("contactIds", equalTo(List.of(two)))
                .body("name", equalTo("both"));
        Caller.admin()
                .body(Map.of(
                        "name",
                        "ladder",
                        "steps",
                        List.of(
                                Map.of("contactIds", List.of(one), "channels", List.of("EMAIL")),
                                Map.of("groupIds", List.of(group), "afterUnacknowledged", "PT15M"))))
                .post("/api/v1/notification-policies")
                .then()
                .statusCode(201)
                .body("repeatInterval", equalTo("PT30M"));
        Caller.admin()
                .header("If-Match", "\"2\"")
                .delete("/api/v1/contact-groups/" + group)
                .then()
                .statusCode(409)
                .body("rule", equalTo("CONTACT_GROUP_IN_USE"));
    }

    @Test
    void groupsOnlyContactsThatAreThere() {
        Caller.admin()
                .body(Map.of("name", "none", "contactIds", List.of("0198f2a4-7c1e-7aa0-8f52-3d1c0a5be001")))
                .post("/api/v1/contact-groups")
                .then()
                .statusCode(400)
                .body("violations[0].rule", equalTo("CONTACT_UNKNOWN"));
    }
}
