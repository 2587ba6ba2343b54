package org.mailcontinuity.bench.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short run of the faults: the packaged notifier, killed with SIGKILL in the middle of its work. */
class FaultsIT {
    @Test
    void nothingIsLostThoughTheNotifierIsKilledAgainAndAgain() throws Exception {
        NotifierArguments asked = NotifierArguments.of(List.of("--kills", "--rounds", "2", "--alerts", "40"));
        asked.application = Path.of("..", "target", "quarkus-app", "quarkus-run.jar");
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        try (Rig rig = new Rig()) {
            boolean held = new Faults(asked, rig, new PrintStream(table, true, StandardCharsets.UTF_8)).run();

            assertThat(held).as(table.toString(StandardCharsets.UTF_8)).isTrue();
        }
    }
}
