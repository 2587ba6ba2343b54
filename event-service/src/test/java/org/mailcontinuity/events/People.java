package org.mailcontinuity.events;

import java.util.List;
import java.util.Map;

/** People and monitors that tests need, made through the API. */
public final class People {
    private People() {}

    /** A contact with one email address. Its id. */
    public static String contact(String name, String email) {
        return Caller.admin()
                .body(Map.of("name", name, "channels", List.of(Map.of("type", "EMAIL", "address", email))))
                .post("/api/v1/contacts")
                .then()
                .statusCode(201)
                .extract()
                .path("contactId");
    }

    /** A policy that tells one contact at once. Its id. */
    public static String policy(String contactId) {
        return Caller.admin()
                .body(Map.of("name", "at once", "steps", List.of(Map.of("contactIds", List.of(contactId)))))
                .post("/api/v1/notification-policies")
                .then()
                .statusCode(201)
                .extract()
                .path("policyId");
    }

    /** A monitor of a domain's inbound mail. Its id. */
    public static String monitor(String domain, String policyId) {
        return Caller.admin()
                .body(Map.of(
                        "name",
                        domain,
                        "domain",
                        domain,
                        "policyId",
                        policyId,
                        "inbound",
                        Map.of("recipient", "postmaster@" + domain)))
                .post("/api/v1/monitors")
                .then()
                .statusCode(201)
                .extract()
                .path("monitorId");
    }
}
