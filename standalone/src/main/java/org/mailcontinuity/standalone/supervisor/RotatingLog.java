package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Appends what a process says to a file; past the size limit the file becomes {@code .1}, that one {@code .2}. */
final class RotatingLog {
    private static final long LIMIT_BYTES = 10L * 1024 * 1024;

    private final Path file;
    private final long limit;

    RotatingLog(Path file) {
        this(file, LIMIT_BYTES);
    }

    RotatingLog(Path file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    /** Copies until the stream ends. Rotation happens between reads, so a line may be cut in two there. */
    void follow(InputStream output) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        OutputStream out = open();
        try {
            long size = Files.size(file);
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                if (size + read > limit) {
                    out.close();
                    rotate();
                    out = open();
                    size = 0;
                }
                out.write(buffer, 0, read);
                size += read;
            }
        } finally {
            out.close();
        }
    }

    private OutputStream open() throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        Path first = numbered(1);
        if (Files.exists(first)) {
            Files.move(first, numbered(2), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(file, first, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
