package org.mailcontinuity.detector.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples that a probe took of a real Postfix and a real name server while they had a fault; README.md says how. */
class RecordingsTest {
    private static final Path RECORDINGS = Path.of("src/test/resources/recordings");
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @MethodSource("recordings")
    void findsInARecordingWhatWasWrong(Path recording) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = {
            "--monitor", recording.resolve("M.json").toString(),
            "--samples", recording.resolve("S.ndjson").toString()
        };
        int exit = ReplayProgram.run(
                arguments,
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(RecordingsTest::essence))
                .isEqualTo(Files.readAllLines(recording.resolve("expected.txt")));
    }

    static List<Path> recordings() throws IOException {
        try (Stream<Path> all = Files.list(RECORDINGS)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Finding, severity and cause: the times are those of the recording. */
    private static String essence(String line) {
        try {
            JsonNode finding = JSON.readTree(line);
            return finding.path("finding").asText() + " "
                    + finding.path("severity").asText() + " "
                    + finding.path("cause").path("causeKey").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
