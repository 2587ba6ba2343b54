package org.mailcontinuity.events;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Requests to the API in the name of somebody. */
public final class Caller {
    private Caller() {}

    public static RequestSpecification nobody() {
        return given().contentType(ContentType.JSON);
    }

    public static RequestSpecification admin() {
        return with(adminToken());
    }

    public static RequestSpecification with(String token) {
        return nobody().header("Authorization", "Bearer " + token);
    }

    /** Requests with a new token of this role. */
    public static RequestSpecification as(String role) {
        return with(admin().body(Map.of("name", "test " + role, "role", role))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("secret"));
    }

    public static String adminToken() {
        String file = ConfigProvider.getConfig().getValue("continuity.bootstrap.admin-token-file", String.class);
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
