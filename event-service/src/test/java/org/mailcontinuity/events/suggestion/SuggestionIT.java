package org.mailcontinuity.events.suggestion;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;

@EventServiceTest
class SuggestionIT {
    private static final String SUGGESTIONS = "/api/v1/monitors/suggestions?domain=";

    @Test
    void proposesAMonitorThatCanBeMadeAsItIs() {
        JsonPath suggestion = Caller.admin()
                .get(SUGGESTIONS + "Suggested.TEST.")
                .then()
                .statusCode(200)
                .body("provider", equalTo("Microsoft 365"))
                .body("mx.host", equalTo(List.of("suggested-test.mail.protection.outlook.com", "mx2.suggested.test")))
                .body("spf", equalTo("v=spf1 include:spf.protection.outlook.com -all"))
                .body("submission.host", equalTo("smtp.office365.com"))
                .body("definition.inbound.recipient", equalTo("postmaster@suggested.test"))
                .extract()
                .jsonPath();
        Caller.admin()
                .body(suggestion.getMap("definition"))
                .post("/api/v1/monitors")
                .then()
                .statusCode(201);
    }

    @Test
    void saysWhyItProposesNone() {
        Caller.admin()
                .get(SUGGESTIONS + "no-mail.test")
                .then()
                .statusCode(200)
                .body("definition", nullValue())
                .body("notes[0]", equalTo("no-mail.test says that it takes no mail (null MX, RFC 7505)."));
        Caller.admin()
                .get(SUGGESTIONS + "nowhere.test")
                .then()
                .statusCode(400)
                .body("violations[0].rule", equalTo("DOMAIN_UNKNOWN"));
        Caller.admin().get(SUGGESTIONS + "broken-dns.test").then().statusCode(503);
        Caller.admin().get(SUGGESTIONS + "not a domain").then().statusCode(400);
    }
}
