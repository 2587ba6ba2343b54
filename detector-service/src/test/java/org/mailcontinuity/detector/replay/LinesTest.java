package org.mailcontinuity.detector.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;

class LinesTest {

    @Test
    void endsLinesAtLfAndCrLfAndDropsAByteOrderMark() throws IOException {
        assertThat(read("\ufeffa\r\nb\n\n \t\nc")).containsExactly("1:a", "2:b", "3:", "4: \t", "5:c");
        assertThat(read("")).isEmpty();
        assertThat(read("a\n")).containsExactly("1:a");
    }

    @Test
    void aCarriageReturnWithinALineStays() throws IOException {
        assertThat(read("a\rb\n")).containsExactly("1:a\rb");
    }

    @Test
    void readsOnAfterALineOfAnyLength() throws IOException {
        String huge = "x".repeat(3 * Messages.LARGEST);
        List<String> lines = read("a\n" + huge + "\n" + "y".repeat(100_000) + "\nb");
        assertThat(lines.get(1)).hasSize(Messages.LARGEST + 1 + "2:".length());
        assertThat(lines.get(2)).isEqualTo("3:" + "y".repeat(100_000));
        assertThat(lines.get(3)).isEqualTo("4:b");
    }

    private static List<String> read(String text) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> read = new ArrayList<>();
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get().number() + ":" + new String(line.get().bytes(), StandardCharsets.UTF_8));
        }
        return read;
    }
}
