package org.mailcontinuity.events.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Outage;
import org.mailcontinuity.events.People;

@EventServiceTest
class ConsoleIT {
    private static final String COOKIE = "continuity_session";

    @Test
    void showsNothingBeforeTheSignIn() {
        browser().get("/").then().statusCode(303).header("Location", "/sign-in");
        browser().cookie(COOKIE, "made-up").get("/").then().statusCode(303);
        browser()
                .get("/sign-in")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
    }

    @Test
    void signsInByTokenAndOutAgain() {
        signIn("ctk_nobody-has-this")
                .then()
                .statusCode(401)
                .body(containsString("unknown, expired or revoked"))
                .header("Set-Cookie", not(containsString(COOKIE)));
        Response signedIn = signIn(token());
        signedIn.then()
                .statusCode(303)
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"));
        String session = signedIn.cookie(COOKIE);
        browser().cookie(COOKIE, session).get("/").then().statusCode(200);
        browser().cookie(COOKIE, session).get("/api/v1/monitors").then().statusCode(401);
        browser().cookie(COOKIE, session).post("/sign-out").then().statusCode(303);
        browser().cookie(COOKIE, session).get("/").then().statusCode(303);
    }

    @Test
    void endsTheSessionWithItsToken() {
        Response made =
                Caller.admin().body(Map.of("name", "short", "role", "VIEWER")).post("/api/v1/tokens");
        String session = signIn(made.path("secret")).cookie(COOKIE);
        browser().cookie(COOKIE, session).get("/").then().statusCode(200);
        String id = made.header("Location").substring(made.header("Location").lastIndexOf('/') + 1);
        Caller.admin().delete("/api/v1/tokens/" + id).then().statusCode(204);
        browser().cookie(COOKIE, session).get("/").then().statusCode(303);
    }

    @Test
    void refusesASignInThatAnotherSiteCauses() {
        browser()
                .contentType(ContentType.URLENC)
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("token", token())
                .post("/sign-in")
                .then()
                .statusCode(403);
    }

    @Test
    void saysWhetherMailFlows() {
        String monitor = People.monitor("overview.test", People.policy(People.contact("Ada", "ada@elsewhere.test")));
        Outage outage = Outage.begin(monitor, Severity.DOWN);
        outage.alert(AlertState.FIRING);
        String session = signIn(token()).cookie(COOKIE);
        browser()
                .cookie(COOKIE, session)
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("Mail is not flowing"))
                .body(containsString("Mail to overview.test does not arrive"))
                .body(containsString("nobody has taken it yet"));
        outage.ends();
        outage.alert(AlertState.RESOLVED);
        browser()
                .cookie(COOKIE, session)
                .get("/")
                .then()
                .body(not(containsString("Mail to overview.test does not arrive")));
    }

    private static String token() {
        return Caller.admin()
                .body(Map.of("name", "browser", "role", "VIEWER"))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private static Response signIn(String token) {
        return browser()
                .contentType(ContentType.URLENC)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("token", token)
                .post("/sign-in");
    }

    private static RequestSpecification browser() {
        return RestAssured.given().redirects().follow(false);
    }
}
