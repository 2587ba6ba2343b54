package org.mailcontinuity.notifier.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialRepositoryTest {
    @TempDir
    Path directory;

    @Test
    void readsAFieldEachTimeSoThatItCanBeChanged() throws IOException {
        Path file = Files.createDirectories(directory.resolve("relay")).resolve("password");
        CredentialRepository credentials = new CredentialRepository(directory);
        assertThat(credentials.find("relay", "password")).isEmpty();
        Files.writeString(file, " old \n");
        assertThat(credentials.find("relay", "password")).contains("old");
        Files.writeString(file, "new");
        assertThat(credentials.find("relay", "password")).contains("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../relay", "a/b", "", ".hidden", "a\0b"})
    void nameThatLeavesTheDirectoryHasNoValue(String name) {
        assertThat(new CredentialRepository(directory.resolve("relay")).find(name, "password"))
                .isEmpty();
    }
}
