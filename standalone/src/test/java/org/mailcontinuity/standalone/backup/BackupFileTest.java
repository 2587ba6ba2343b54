package org.mailcontinuity.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {
    private static final Instant NOW = Instant.parse("2026-03-01T04:05:06Z");

    @TempDir
    private Path folder;

    private Path data;
    private Path file;

    @BeforeEach
    void haveData() throws IOException {
        data = folder.resolve("data");
        file = folder.resolve("kept.zip");
        write("postgres/base/1/1259", "rows");
        write("secrets/database", "hidden");
        write("log/broker.log", "chatter");
        write("run/broker.pid", "1");
        write("postgres-programs/bin/postgres", "program");
        Files.createDirectories(data.resolve("postgres/pg_notify"));
    }

    @Test
    void bringsBackWhatLastsForItsOwnerOnly() throws IOException {
        assertThat(new BackupFile(file).write(data, NOW)).isEqualTo(2);
        Path back = folder.resolve("back");
        assertThat(new BackupFile(file).unpack(back)).isEqualTo(NOW);
        assertThat(back.resolve("postgres/base/1/1259")).hasContent("rows");
        assertThat(back.resolve("secrets/database")).hasContent("hidden");
        assertThat(back.resolve("postgres/pg_notify")).isEmptyDirectory();
        assertThat(back.resolve("log")).doesNotExist();
        assertThat(back.resolve("run")).doesNotExist();
        assertThat(back.resolve("postgres-programs")).doesNotExist();
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(back.resolve("secrets/database"))).isEqualTo("rw-------");
        assertThat(mode(back.resolve("postgres"))).isEqualTo("rwx------");
    }

    @Test
    void leavesNothingBehindWhereItCannotBeWritten() throws IOException {
        Files.createDirectories(file.resolve("taken"));
        assertThatThrownBy(() -> new BackupFile(file).write(data, NOW)).isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(data, file);
        }
    }

    @Test
    void refusesAFileThatIsNoBackup() throws IOException {
        zip("readme.txt", "hello");
        assertThatThrownBy(() -> new BackupFile(file).unpack(folder.resolve("back")))
                .isInstanceOf(UnusableBackupException.class)
                .hasMessageContaining("not a backup");
    }

    @Test
    void refusesABackupOfAnotherFormat() throws IOException {
        zip(BackupFile.LABEL, "2\n" + NOW + "\n");
        assertThatThrownBy(() -> new BackupFile(file).unpack(folder.resolve("back")))
                .isInstanceOf(UnusableBackupException.class)
                .hasMessageContaining("another release");
    }

    @Test
    void refusesAFileThatNamesOneOutsideOfTheFolder() throws IOException {
        zip(BackupFile.LABEL, "1\n" + NOW + "\n", "../outside", "x");
        assertThatThrownBy(() -> new BackupFile(file).unpack(folder.resolve("back")))
                .isInstanceOf(UnusableBackupException.class)
                .hasMessageContaining("outside");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void refusesADamagedBackupAndDiscardsWhatCameOfIt() throws IOException {
        write("kafka/log", "x".repeat(100_000));
        new BackupFile(file).write(data, NOW);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Path back = folder.resolve("back");
        assertThatThrownBy(() -> new BackupFile(file).unpack(back)).isInstanceOf(UnusableBackupException.class);
        BackupFile.discard(back);
        assertThat(back).doesNotExist();
    }

    private void write(String name, String content) throws IOException {
        Path target = data.resolve(name);
        Files.createDirectories(target.resolveSibling("."));
        Files.writeString(target, content);
    }

    private void zip(String... namesAndContents) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
