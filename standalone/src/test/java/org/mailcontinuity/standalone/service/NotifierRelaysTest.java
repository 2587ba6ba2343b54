package org.mailcontinuity.standalone.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.mail.DemoMailSettings;
import org.mailcontinuity.standalone.secret.Secrets;

class NotifierRelaysTest {
    @TempDir
    private Path folder;

    @Test
    void addsARelayBehindTheOthersAndKeepsWhatElseIsWritten() throws IOException {
        Installation installation = installation(false);
        Files.createDirectories(installation.data().resolve("settings"));
        Files.writeString(
                installation.settings("notifier-service"), "# ours\ncontinuity.notifier.dkim[0].domain=a.example");
        add(installation, "one.example", Optional.of("relay-1"));
        add(installation, "two.example", Optional.empty());
        assertThat(Files.readString(installation.settings("notifier-service"))).isEqualTo("""
                # ours
                continuity.notifier.dkim[0].domain=a.example
                continuity.notifier.relays[0].host=one.example
                continuity.notifier.relays[0].port=587
                continuity.notifier.relays[0].security=STARTTLS
                continuity.notifier.relays[0].credential=relay-1
                continuity.notifier.from=alerts@a.example
                continuity.notifier.relays[1].host=two.example
                continuity.notifier.relays[1].port=587
                continuity.notifier.relays[1].security=STARTTLS
                continuity.notifier.from=alerts@a.example
                """);
        NotifierRelays after = NotifierRelays.read(installation);
        assertThat(after.count()).isEqualTo(2);
        assertThat(after.hasSender()).isTrue();
    }

    @Test
    void takesThePlaceOfTheDemosRelay() throws IOException {
        Installation demo = installation(true);
        Secrets secrets = Secrets.prepare(demo);
        DemoMailSettings.prepare(demo, secrets);
        add(demo, "one.example", Optional.empty());
        assertThat(new ServicePlans(demo, secrets).all())
                .filteredOn(plan -> plan.name().equals("notifier-service"))
                .singleElement()
                .satisfies(plan -> assertThat(plan.configuration())
                        .containsEntry("continuity.notifier.relays[0].host", "one.example")
                        .doesNotContainKey("continuity.notifier.relays[0].trust-certificates"));
    }

    private static void add(Installation installation, String host, Optional<String> credential) throws IOException {
        NotifierRelays.read(installation)
                .with(
                        new NotifierRelays.Added(
                                host, 587, NotifierRelays.Security.STARTTLS, credential, Optional.empty()),
                        Optional.of("alerts@a.example"))
                .write();
    }

    private Installation installation(boolean demo) {
        return new Installation(folder, folder.resolve("data"), 1_000, demo, 1);
    }
}
