package org.mailcontinuity.events.access;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;

@EventServiceTest
class AccessIT {
    private static final String TOKENS = "/api/v1/tokens";

    @Test
    void refusesARequestWithoutToken() {
        Caller.nobody()
                .get(TOKENS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("/problems/unauthenticated"))
                .body("instance", equalTo(TOKENS));
    }

    @Test
    void refusesAnUnknownToken() {
        Caller.with("ctk_nobody-has-this")
                .get(TOKENS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", equalTo("The token is unknown, expired or revoked."));
    }

    @Test
    void refusesAViewerWhatAnAdminMay() {
        Caller.as("VIEWER")
                .get(TOKENS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void showsASecretOnceAndListsItByPrefix() {
        String secret = Caller.admin()
                .body(Map.of("name", "shown once", "role", "VIEWER", "expiresIn", "P1D"))
                .post(TOKENS)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("secret", startsWith("ctk_"))
                .extract()
                .path("secret");
        Caller.admin()
                .get(TOKENS)
                .then()
                .statusCode(200)
                .body("items.prefix", hasItem(secret.substring(0, 10)))
                .body("items.secret", everyItem(nullValue()));
    }

    @Test
    void refusesARevokedTokenAtOnce() {
        Map<String, String> made = Caller.admin()
                .body(Map.of("name", "short life", "role", "ADMIN"))
                .post(TOKENS)
                .then()
                .extract()
                .path("");
        Caller.with(made.get("secret")).get(TOKENS).then().statusCode(200);
        Caller.admin().delete(TOKENS + "/" + made.get("tokenId")).then().statusCode(204);
        Caller.with(made.get("secret")).get(TOKENS).then().statusCode(401);
    }

    @Test
    void namesTheFieldThatBreaksARule() {
        Caller.admin()
                .body(Map.of("name", "", "role", "VIEWER"))
                .post(TOKENS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("name"))
                .body("violations[0].rule", equalTo("SIZE"));
        Caller.admin()
                .body(Map.of("name", "x", "role", "KING"))
                .post(TOKENS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("role"))
                .body("violations[0].message", equalTo("must be one of VIEWER, OPERATOR, ADMIN"));
        Caller.admin()
                .body(Map.of("name", "x", "role", "VIEWER", "colour", "red"))
                .post(TOKENS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("colour"))
                .body("violations[0].rule", equalTo("UNKNOWN_FIELD"));
        Caller.admin()
                .body("{\"name\": ")
                .post(TOKENS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].rule", equalTo("JSON"));
        Caller.admin().body("null").post(TOKENS).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void refusesWhatHttpHasAWordForAsAProblemToo() {
        Caller.admin().get("/api/v1/nothing-here").then().statusCode(404).contentType("application/problem+json");
        Caller.admin().put(TOKENS).then().statusCode(405).contentType("application/problem+json");
        Caller.admin()
                .contentType(ContentType.TEXT)
                .body("hello")
                .post(TOKENS)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        Caller.admin()
                .body(Map.of("name", "x".repeat(1_100_000), "role", "VIEWER"))
                .post(TOKENS)
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        Caller.admin().delete(TOKENS + "/not-a-uuid").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void writesEveryChangeToTheAudit() {
        String id = Caller.admin()
                .body(Map.of("name", "audited", "role", "VIEWER"))
                .post(TOKENS)
                .then()
                .extract()
                .path("tokenId");
        Caller.admin()
                .get("/api/v1/audit?resourceId=" + id)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("create"))
                .body("items[0].actor.name", startsWith("first admin (ctk_"))
                .body("items[0].actor.address", equalTo("127.0.0.1"))
                .body("items[0].after.name", equalTo("audited"))
                .body("items[0].before", nullValue());
    }

    @Test
    void pagesNewestFirst() {
        for (int i = 0; i < 3; i++) {
            Caller.admin()
                    .body(Map.of("name", "page " + i, "role", "VIEWER"))
                    .post(TOKENS)
                    .then()
                    .statusCode(201);
        }
        String next = Caller.admin()
                .get(TOKENS + "?limit=2")
                .then()
                .body("items.name", equalTo(java.util.List.of("page 2", "page 1")))
                .extract()
                .path("next");
        Caller.admin().get(next).then().statusCode(200).body("items[0].name", equalTo("page 0"));
        Caller.admin()
                .get(TOKENS + "?cursor=garbage")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void servesTheDescriptionOfTheApiToAnybody() {
        Caller.nobody().get("/openapi?format=json").then().statusCode(200).body("info.title", equalTo("Continuity"));
        Caller.nobody().get("/api/").then().statusCode(200).contentType(ContentType.HTML);
    }
}
