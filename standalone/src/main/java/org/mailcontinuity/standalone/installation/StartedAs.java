package org.mailcontinuity.standalone.installation;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Remembers in the data folder how {@code up} was called, so that later commands find the same installation. */
public final class StartedAs {
    private StartedAs() {}

    private static Path file(Path data) {
        return data.resolve("installation.properties");
    }

    public static void write(Installation installation) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("port-offset", Integer.toString(installation.portOffset()));
        properties.setProperty("demo", Boolean.toString(installation.demo()));
        properties.setProperty("vantages", Integer.toString(installation.vantageCount()));
        properties.setProperty("bind", installation.bind());
        Files.createDirectories(installation.data());
        try (Writer writer = Files.newBufferedWriter(file(installation.data()))) {
            properties.store(writer, "How the installation was last started");
        }
    }

    /** The installation of that data folder, or empty when it was never started. */
    public static Optional<Installation> read(Path home, Path data) throws IOException {
        if (!Files.exists(file(data))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(data))) {
            properties.load(reader);
        }
        return Optional.of(new Installation(
                home,
                data,
                Integer.parseInt(properties.getProperty("port-offset", "0")),
                Boolean.parseBoolean(properties.getProperty("demo", "false")),
                Integer.parseInt(properties.getProperty("vantages", "1")),
                properties.getProperty("bind", Installation.LOOPBACK)));
    }
}
