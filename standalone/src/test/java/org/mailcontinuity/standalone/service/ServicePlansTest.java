package org.mailcontinuity.standalone.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.secret.Secrets;

class ServicePlansTest {
    @TempDir
    private Path folder;

    @Test
    void addTheOffsetToEveryPort() throws IOException {
        Map<String, String> event = configuration(installation(), "event-service");
        assertThat(event)
                .containsEntry("quarkus.http.port", "9080")
                .containsEntry("quarkus.management.port", "10080")
                .containsEntry("kafka.bootstrap.servers", "127.0.0.1:10092")
                .containsEntry("continuity.public-url", "http://localhost:9080");
    }

    @Test
    void listenOnTheLoopbackInterfaceOnly() throws IOException {
        for (ServicePlan plan : plans(installation())) {
            assertThat(plan.configuration())
                    .as(plan.name())
                    .containsEntry("quarkus.http.host", "127.0.0.1")
                    .containsEntry("quarkus.management.host", "127.0.0.1");
        }
    }

    @Test
    void letTheOperatorsSettingsWin() throws IOException {
        Installation installation = installation();
        Path file = installation.settings("event-service");
        Files.createDirectories(installation.data().resolve("settings"));
        Files.writeString(file, "continuity.public-url=https://mail.example.org\n");
        assertThat(configuration(installation, "event-service"))
                .containsEntry("continuity.public-url", "https://mail.example.org");
    }

    private Installation installation() {
        return new Installation(folder, folder.resolve("data"), 1_000, false);
    }

    private static Map<String, String> configuration(Installation installation, String service) throws IOException {
        return plans(installation).stream()
                .filter(plan -> plan.name().equals(service))
                .findFirst()
                .orElseThrow()
                .configuration();
    }

    private static List<ServicePlan> plans(Installation installation) throws IOException {
        return new ServicePlans(installation, Secrets.prepare(installation)).all();
    }
}
