package org.mailcontinuity.events.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;

/** The description of the API is complete enough to program against. */
@EventServiceTest
class DescriptionIT {
    @Test
    void summarisesAndProtectsEveryOperation() {
        List<String> lacking = new ArrayList<>();
        operations().forEach((name, operation) -> {
            if (operation.get("summary") == null || operation.get("security") == null) {
                lacking.add(name);
            }
        });
        assertThat(lacking).isEmpty();
    }

    @Test
    void showsAnExampleOfEveryBody() {
        Map<String, Map<String, Object>> schemas = api().getMap("components.schemas");
        assertThat(schemas.entrySet())
                .filteredOn(schema -> schema.getKey().endsWith("Request")
                        && !List.of("ScopeRequest").contains(schema.getKey()))
                .allSatisfy(schema ->
                        assertThat(schema.getValue()).as(schema.getKey()).containsKey("examples"));
    }

    @Test
    void saysThatRefusalsAreProblems() {
        assertThat(operations().values())
                .allSatisfy(operation -> assertThat(operation.toString()).contains("application/problem+json"));
        assertThat(api().getString(
                                "paths.'/api/v1/events'.post.responses.'201'.content.'application/json'.schema.'$ref'"))
                .endsWith("/EventView");
    }

    private static JsonPath api() {
        return Caller.nobody()
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        Map<String, Map<String, Map<String, Object>>> paths = api().getMap("paths");
        paths.forEach((path, methods) -> methods.forEach(
                (method, operation) -> all.put(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
        return all;
    }
}
