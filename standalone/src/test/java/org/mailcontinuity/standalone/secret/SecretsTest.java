package org.mailcontinuity.standalone.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.standalone.installation.Installation;

class SecretsTest {
    @Test
    void areMadeOnceAndReadableByTheirOwnerOnly(@TempDir Path folder) throws IOException {
        Installation installation = new Installation(folder, folder.resolve("data"), 0, false, 1);
        String password = Secrets.prepare(installation).databasePassword();
        assertThat(password).hasSize(64);
        assertThat(Secrets.prepare(installation).databasePassword()).isEqualTo(password);
        for (Path file : filesBelow(installation.secrets())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as("mode of %s", file)
                    .isEqualTo("rw-------");
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
