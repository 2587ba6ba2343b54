package org.mailcontinuity.testbed.database;

import java.nio.file.Path;

/**
 * A PostgreSQL server whose data is kept.
 *
 * @param directory its data directory; made when missing
 * @param binaries where the server's programs are unpacked
 * @param log the file that takes what the server says
 * @param port on 127.0.0.1
 * @param password the superuser's; letters, digits, {@code -} and {@code _} only
 */
public record DatabaseSettings(Path directory, Path binaries, Path log, int port, String password) {
    public DatabaseSettings {
        if (!password.matches("[A-Za-z0-9_-]{8,}")) {
            throw new IllegalArgumentException("password: at least 8 letters, digits, '-' and '_'");
        }
    }

    @Override
    public String toString() {
        return "DatabaseSettings[directory=" + directory + ", port=" + port + "]";
    }
}
