package org.mailcontinuity.contracts.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private static final String REQUIRED = "\\$\\{[A-Z_]+:\\?[^}]+}";
    private static final Pattern SECRET_SETTING = Pattern.compile(".*(PASSWORD|JAAS_CONFIG|CLUSTER_ID)");
    private static final Pattern PLAIN_PASSWORD = Pattern.compile("password=\"(?!\\$\\{)");
    private static final Pattern FULL_TAG = Pattern.compile(".+:(\\d+\\.\\d+.*|\\$\\{CONTINUITY_VERSION:-\\d+\\..*})");

    private final Map<String, Object> compose = Deployment.yaml(Deployment.text(Deployment.path("docker-compose.yml")))
            .getFirst();
    private final Map<String, Object> services = Deployment.map(compose.get("services"));

    @Test
    void followsTheComposeSpecification() throws JsonProcessingException {
        String json = new ObjectMapper().writeValueAsString(compose);

        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatTheSpecificationDoesNotKnow() {
        assertThat(schema().validate("{\"services\":{\"x\":{\"imagee\":\"y\"}}}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void runsTheFourServicesWithKafkaAndPostgres() {
        assertThat(services.keySet()).containsAll(Deployment.SERVICES).contains("kafka", "postgres");
    }

    @Test
    void hasNoDefaultPassword() {
        services.forEach((name, service) -> environment(service).forEach((setting, value) -> {
            if (SECRET_SETTING.matcher(setting).matches()) {
                assertThat(value).as("%s of %s", setting, name).containsPattern(REQUIRED);
                assertThat(value).as("%s of %s", setting, name).doesNotContainPattern(PLAIN_PASSWORD);
                assertThat(value).as("%s of %s", setting, name).doesNotContain(":-");
            }
        }));
    }

    @Test
    void everyServiceIsConfined() {
        services.forEach((name, value) -> {
            Map<String, Object> service = Deployment.map(value);
            assertThat(service.get("read_only")).as("read_only of %s", name).isEqualTo(true);
            assertThat(service.get("cap_drop")).as("cap_drop of %s", name).isEqualTo(List.of("ALL"));
            assertThat(service.get("security_opt"))
                    .as("security_opt of %s", name)
                    .isEqualTo(List.of("no-new-privileges:true"));
            assertThat(service.get("mem_limit")).as("mem_limit of %s", name).isNotNull();
            assertThat(String.valueOf(service.get("user")))
                    .as("user of %s", name)
                    .matches("appuser|postgres|" + REQUIRED + ":" + REQUIRED);
            assertThat(String.valueOf(service.get("image")))
                    .as("image of %s", name)
                    .matches(FULL_TAG);
        });
    }

    @Test
    void whatKeepsRunningIsWatchedAndStartedAgain() {
        services.forEach((name, value) -> {
            Map<String, Object> service = Deployment.map(value);
            if (name.endsWith("-init")) {
                assertThat(service.get("restart")).as("restart of %s", name).isEqualTo("on-failure");
            } else {
                assertThat(service.get("restart")).as("restart of %s", name).isEqualTo("unless-stopped");
                assertThat(Deployment.map(service.get("healthcheck")))
                        .as("health check of %s", name)
                        .containsKey("test");
            }
        });
    }

    @Test
    void nothingListensBeyondThisMachineUnlessAsked() {
        services.forEach(
                (name, service) -> Deployment.sequence(Deployment.map(service).get("ports"))
                        .forEach(port -> assertThat(String.valueOf(port))
                                .as("ports of %s", name)
                                .matches("\\$\\{[A-Z_]+:-127\\.0\\.0\\.1}:\\d+:\\d+")));
    }

    @Test
    void everyServiceHasAnImageOfItsOwnThatDoesNotRunAsRoot() {
        for (String service : Deployment.SERVICES) {
            String image = Deployment.text(Deployment.path("deploy/images/" + service + ".Dockerfile"));
            assertThat(image)
                    .as(service)
                    .containsPattern("(?m)^USER 10001:10001$")
                    .doesNotContain(":latest");
            assertThat(String.valueOf(
                            Deployment.map(Deployment.map(services.get(service)).get("build"))
                                    .get("dockerfile")))
                    .endsWith("deploy/images/" + service + ".Dockerfile");
        }
    }

    private static Map<String, String> environment(Object service) {
        return Deployment.map(Deployment.map(service).get("environment")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    /** Its older "id" keywords, which nothing refers to, are not part of the draft it names. */
    private static Schema schema() {
        try (InputStream schema =
                Objects.requireNonNull(ComposeTest.class.getResourceAsStream("/compose-spec/compose-spec.json"))) {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(text.replaceAll("(?m)^ *\"id\": \"[^\"]*\",$", ""), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
