package org.mailcontinuity.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @Test
    void findsALivingProcess(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own.pid");
        PidFile.write(file, ProcessHandle.current());
        assertThat(PidFile.read(file)).contains(ProcessHandle.current());
    }

    @Test
    void takesNoOtherProcessForIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own.pid");
        Files.writeString(file, ProcessHandle.current().pid() + " 86400000\n"); // the id was given anew since 1970
        assertThat(PidFile.read(file)).isEmpty();
    }

    @Test
    void knowsNothingWithoutAFile(@TempDir Path folder) throws IOException {
        assertThat(PidFile.read(folder.resolve("none.pid"))).isEmpty();
    }
}
