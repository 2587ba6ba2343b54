package org.mailcontinuity.probe.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFolderTest {
    @TempDir
    Path directory;

    private void write(String name, String username, String password) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name));
        Files.writeString(folder.resolve("username"), username);
        Files.writeString(folder.resolve("password"), password);
    }

    @Test
    void readsBothFilesWithoutTheirLineEnd() throws IOException {
        write("mailbox", "user\n", " s3cret \r\n");
        assertThat(new CredentialFolder(directory).find("mailbox"))
                .contains(new CredentialFolder.Credential("user", " s3cret "));
    }

    @Test
    void seesAChangedSecretAtOnce() throws IOException {
        CredentialFolder folder = new CredentialFolder(directory);
        write("mailbox", "user", "old");
        folder.find("mailbox");
        write("mailbox", "user", "new");
        assertThat(folder.find("mailbox").orElseThrow().password()).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "../mailbox", "a/b", "", "..", "UPPER"})
    void findsNothingElse(String name) throws IOException {
        write("mailbox", "user", "secret");
        assertThat(new CredentialFolder(directory.resolve("mailbox")).find(name))
                .isEmpty();
    }

    @Test
    void findsNoHalfCredential() throws IOException {
        write("mailbox", "user", "");
        assertThat(new CredentialFolder(directory).find("mailbox")).isEmpty();
    }

    @Test
    void showsNoSecret() {
        assertThat(new CredentialFolder.Credential("user", "s3cret").toString()).doesNotContain("s3cret");
    }
}
