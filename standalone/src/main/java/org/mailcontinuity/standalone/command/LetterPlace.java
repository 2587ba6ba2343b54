package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.standalone.deadletter.DeadLetterClient;
import org.mailcontinuity.standalone.deadletter.Letter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say on which broker dead letters are looked for, and how they are named. */
final class LetterPlace {
    private static final Pattern NAME = Pattern.compile("(?:continuity[.])?([a-z]+)(?:[.]dlq)?@([0-9]{1,18})");

    /** Held on to, or its level would be forgotten. */
    private static final Logger OF_THE_CLIENT = Logger.getLogger("org.apache.kafka");

    @Mixin
    private final Place place = new Place();

    @Option(
            names = "--kafka",
            paramLabel = "FILE",
            description = "A Kafka client's settings, for a broker elsewhere (default: the one of this installation).")
    private @Nullable Path settings;

    DeadLetterClient connect() throws IOException {
        OF_THE_CLIENT.setLevel(Level.WARNING);
        Path file = settings != null ? settings : place.running().data().resolve("kafka-client.properties");
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        Map<String, String> all = new HashMap<>();
        read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
        return new DeadLetterClient(all);
    }

    static Topic topic(String name) {
        String full = "continuity." + Letter.brief(name).replaceFirst("[.]dlq$", "");
        return Topics.primary().stream()
                .filter(topic -> topic.name().equals(full))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("There is no topic " + full + ", but: "
                        + Topics.primary().stream()
                                .map(topic -> Letter.brief(topic.name()))
                                .collect(Collectors.joining(", "))));
    }

    /** @param name such as {@code samples@17} */
    static Letter letter(DeadLetterClient client, String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new CommandFailure("A dead letter is named as list shows it, such as samples@17.");
        }
        return client.at(topic(parts.group(1)), Long.parseLong(parts.group(2)))
                .orElseThrow(() -> new CommandFailure("There is no dead letter " + name + " (any more)."));
    }
}
