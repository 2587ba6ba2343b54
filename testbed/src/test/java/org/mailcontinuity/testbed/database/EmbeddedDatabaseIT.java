package org.mailcontinuity.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.testbed.FreePort;

class EmbeddedDatabaseIT {
    @Test
    void keepsDatabasesOverARestartAndRefusesAWrongPassword(@TempDir Path directory) throws Exception {
        DatabaseSettings settings = new DatabaseSettings(
                directory.resolve("data"),
                directory.resolve("binaries"),
                directory.resolve("log"),
                FreePort.find(),
                "s3cret-word");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            database.address().createDatabase("event");
            assertRefusesAWrongPassword(database.address());
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings);
                Connection connection = database.address().connect("event")) {
            assertThat(connection.isValid(5)).isTrue();
            assertRefusesAWrongPassword(database.address());
        }
    }

    private static void assertRefusesAWrongPassword(DatabaseAddress address) {
        DatabaseAddress wrong = new DatabaseAddress(address.host(), address.port(), address.username(), "guessed");
        assertThatThrownBy(() -> wrong.connect("postgres"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
}
