package org.mailcontinuity.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {
    @Test
    void movesAFullFileAside(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("part.log");
        for (String text : new String[] {"first", "second", "third", "fourth"}) {
            new RotatingLog(file, 8).follow(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(file).hasContent("fourth");
        assertThat(folder.resolve("part.log.1")).hasContent("third");
        assertThat(folder.resolve("part.log.2")).hasContent("second");
    }

    @Test
    void appendsToWhatIsThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("part.log");
        new RotatingLog(file, 100).follow(new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8)));
        new RotatingLog(file, 100).follow(new ByteArrayInputStream("b".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("ab");
    }
}
