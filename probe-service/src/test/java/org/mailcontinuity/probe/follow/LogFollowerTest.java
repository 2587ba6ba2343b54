package org.mailcontinuity.probe.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFollowerTest {
    @TempDir
    private Path folder;

    private Path log;
    private LogFollower follower;
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void follow() {
        log = folder.resolve("mail.log");
        follower = new LogFollower(log);
    }

    @AfterEach
    void close() {
        follower.close();
    }

    private void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void read() throws IOException {
        while (!follower.read(seen::add)) {
            // Until the end.
        }
    }

    private void restart() throws IOException {
        List<FileMark> marks = follower.marks();
        follower.close();
        follower = new LogFollower(log);
        follower.resume(marks);
    }

    private void rename() throws IOException {
        Files.move(log, folder.resolve("mail.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void copyAndTruncate() throws IOException {
        Files.copy(log, folder.resolve("mail.log.1"), StandardCopyOption.REPLACE_EXISTING);
        Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Test
    void passesOverWhatWasThereAtTheVeryFirstStart() throws IOException {
        write(log, "old\nunfin");
        read();
        write(log, "ished\nnew\r\n");
        read();
        assertThat(seen).containsExactly("unfinished", "new");
    }

    @Test
    void waitsForALogAndReadsItWhole() throws IOException {
        read();
        assertThat(follower.isFound()).isFalse();
        write(log, "one\ntw");
        read();
        assertThat(seen).containsExactly("one");
        write(log, "o\n");
        read();
        assertThat(seen).containsExactly("one", "two");
        assertThat(follower.isFound()).isTrue();
    }

    @Test
    void goesOnOverARenameAndReadsWhatIsWrittenToTheOldFileMeanwhile() throws IOException {
        read();
        write(log, "a\n");
        read();
        write(log, "b\n");
        rename();
        write(log, "d\n");
        write(folder.resolve("mail.log.1"), "c\n");
        read();
        write(folder.resolve("mail.log.1"), "late\n");
        read();
        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c", "d", "late");
    }

    @Test
    void goesOnOverAnEmptiedFileAndTakesTheRestFromItsCopy() throws IOException {
        read();
        write(log, "first line\n");
        read();
        write(log, "second line\n");
        copyAndTruncate();
        write(log, "third line, which is longer than both before it together\n");
        read();
        assertThat(seen)
                .containsExactly(
                        "first line", "second line", "third line, which is longer than both before it together");
    }

    @Test
    void goesOnAfterARestartWhateverHappenedMeanwhile() throws IOException {
        read();
        write(log, "a\n");
        read();
        write(log, "b\n");
        rename();
        write(log, "c\n");
        restart();
        read();
        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
        write(log, "d\n");
        copyAndTruncate();
        write(log, "e\n");
        restart();
        read();
        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    }

    @Test
    void skipsALineWithoutEndAndTheHoleOfAnEmptiedFile() throws IOException {
        read();
        write(log, "x".repeat(TrackedFile.CHUNK + 100));
        read();
        write(log, "x\n\0\0\0ok\n");
        read();
        assertThat(seen).containsExactly("ok");
    }

    @Test
    void followsAllFilesOfAPatternAndNewOnesAsTheyAppear() throws IOException {
        write(folder.resolve("MSGTRK1.LOG"), "old\n");
        follower = new LogFollower(folder.resolve("MSGTRK*.LOG"));
        read();
        write(folder.resolve("MSGTRK2.LOG"), "#Fields\nrow\n");
        write(folder.resolve("other.LOG"), "no\n");
        read();
        List<FileMark> marks = follower.marks();
        follower.close();
        follower = new LogFollower(folder.resolve("MSGTRK*.LOG"));
        follower.resume(marks);
        write(folder.resolve("MSGTRK2.LOG"), "row 2\n");
        write(folder.resolve("MSGTRK3.LOG"), "row 3\n");
        read();
        read();
        assertThat(seen).containsExactly("#Fields", "row", "row 2", "row 3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void handsOnEveryLineOnceWhateverTheWriterAndTheFollowerDo(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> written = new ArrayList<>();
        read();
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(8)) {
                case 0 -> restart();
                case 1 -> {
                    if (Files.exists(log) && Files.size(log) > 0) {
                        read();
                        appendLines(random, written);
                        if (random.nextBoolean()) {
                            rename();
                        } else {
                            copyAndTruncate();
                        }
                        appendLines(random, written);
                        read();
                    }
                }
                case 2, 3 -> read();
                default -> appendLines(random, written);
            }
        }
        restart();
        read();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(written);
    }

    private void appendLines(Random random, List<String> written) throws IOException {
        for (int i = random.nextInt(4); i >= 0; i--) {
            String line = "line " + written.size() + " " + "x".repeat(random.nextInt(300));
            written.add(line);
            write(log, line + "\n");
        }
    }
}
