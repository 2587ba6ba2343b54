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
import org.mailcontinuity.standalone.mail.DemoMailSettings;
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

    @Test
    void giveEachVantageOfTheDemoPortsAndAnAddressOfItsOwn() throws IOException {
        Installation demo = new Installation(folder, folder.resolve("data"), 1_000, true, 3);
        DemoMailSettings.prepare(demo, Secrets.prepare(demo));
        assertThat(configuration(demo, "probe-service-1"))
                .containsEntry("continuity.probe.vantage", "vantage-1")
                .containsEntry("continuity.probe.bind-address", "127.0.0.11")
                .containsEntry("quarkus.http.port", "9081");
        assertThat(configuration(demo, "probe-service-3"))
                .containsEntry("continuity.probe.vantage", "vantage-3")
                .containsEntry("continuity.probe.bind-address", "127.0.0.13")
                .containsEntry("continuity.probe.receiver.port", "3545")
                .containsEntry("quarkus.http.port", "9101")
                .containsEntry("quarkus.management.port", "10101");
    }

    @Test
    void letTheMachineChooseWhereAVantageLooksFromWithoutTheDemo() throws IOException {
        assertThat(configuration(installation(), "probe-service"))
                .containsEntry("continuity.probe.vantage", "local")
                .doesNotContainKey("continuity.probe.bind-address");
    }

    @Test
    void letSettingsOfOneVantageStandAboveThoseOfAll() throws IOException {
        Installation two = new Installation(folder, folder.resolve("data"), 1_000, false, 2);
        Files.createDirectories(two.data().resolve("settings"));
        Files.writeString(
                two.settings("probe-service"), "continuity.probe.ehlo-name=a.example\nquarkus.http.host=::1\n");
        Files.writeString(two.settings("probe-service-2"), "continuity.probe.ehlo-name=b.example\n");
        assertThat(configuration(two, "probe-service-1"))
                .containsEntry("continuity.probe.ehlo-name", "a.example")
                .containsEntry("quarkus.http.host", "::1");
        assertThat(configuration(two, "probe-service-2"))
                .containsEntry("continuity.probe.ehlo-name", "b.example")
                .containsEntry("quarkus.http.host", "::1");
    }

    @Test
    void listenForOthersOnTheAddressGivenAndForThemselvesOnTheLoopbackOnly() throws IOException {
        Installation open = new Installation(folder, folder.resolve("data"), 1_000, false, 1, "192.0.2.10");
        assertThat(configuration(open, "event-service"))
                .containsEntry("quarkus.http.host", "192.0.2.10")
                .containsEntry("quarkus.management.host", "127.0.0.1")
                .containsEntry("continuity.public-url", "http://192.0.2.10:9080")
                .containsEntry("continuity.probe.url", "http://192.0.2.10:9081");
        assertThat(configuration(open, "probe-service"))
                .containsEntry("continuity.probe.receiver.bind", "192.0.2.10")
                .containsEntry("kafka.bootstrap.servers", "127.0.0.1:10092");
        assertThat(configuration(open, "detector-service")).containsEntry("quarkus.http.host", "127.0.0.1");
        Installation all = new Installation(folder, folder.resolve("data"), 1_000, false, 1, "0.0.0.0");
        assertThat(configuration(all, "event-service"))
                .containsEntry("continuity.probe.url", "http://127.0.0.1:9081")
                .containsEntry("continuity.public-url", "http://localhost:9080");
    }

    private Installation installation() {
        return new Installation(folder, folder.resolve("data"), 1_000, false, 1);
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
