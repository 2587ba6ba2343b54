package org.mailcontinuity.standalone.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    private Path folder;

    @Test
    void takesNoPortTwice() {
        assertThat(installation(true, Vantage.MOST).listeners())
                .extracting(Listener::port)
                .doesNotHaveDuplicates()
                .contains(8091, 9091, 2535);
    }

    @Test
    void takesThePortsOfItsVantagesOnly() {
        assertThat(installation(false, 1).listeners())
                .extracting(Listener::port)
                .contains(8081)
                .doesNotContain(8091, 3025);
    }

    @Test
    void callsTheOnlyVantageLocal() {
        assertThat(installation(false, 1).vantages()).containsExactly(new Vantage(1, "local", "probe-service"));
        assertThat(installation(true, 2).vantages())
                .extracting(Vantage::name)
                .containsExactly("vantage-1", "vantage-2");
    }

    @Test
    void refusesMoreVantagesThanItHasPortsFor() {
        assertThatThrownBy(() -> installation(true, 10)).hasMessage("vantages must be 1 to 9, was 10");
    }

    @Test
    void isFoundAgainAsItWasStarted() throws IOException {
        Installation started = installation(true, 4);
        StartedAs.write(started);
        assertThat(StartedAs.read(folder, folder.resolve("data"))).contains(started);
    }

    private Installation installation(boolean demo, int vantages) {
        return new Installation(folder, folder.resolve("data"), 0, demo, vantages);
    }
}
