package org.mailcontinuity.bench.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.mailcontinuity.bench.scenario.Scenario;

/** Draws one run of each scenario. */
final class Pictures {
    private Pictures() {}

    static void draw(Path folder, Set<Scenario> scenarios, long seed, PrintStream progress) throws IOException {
        Files.createDirectories(folder);
        for (Scenario scenario : scenarios) {
            if (scenario.isMonth()) {
                continue;
            }
            Path file = folder.resolve(scenario.word() + ".svg");
            Files.writeString(file, new Picture(scenario, scenario.seed(seed, 0)).svg());
            progress.println(file);
        }
    }
}
