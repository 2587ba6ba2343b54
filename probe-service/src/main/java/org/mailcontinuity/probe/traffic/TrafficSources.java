package org.mailcontinuity.probe.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The sources that may report, one folder each: {@code <source>/token}, a secret of at least 32 characters a line (two
 * while one is being changed), and {@code <source>/monitors}, the id of a monitor a line. Nobody else is let in. The
 * folders are read anew every few seconds, so that a change counts soon. Safe for many threads.
 */
public final class TrafficSources {
    private static final Logger LOG = Logger.getLogger(TrafficSources.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,98}[A-Za-z0-9])?");
    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST_TOKEN = 32;
    private static final int MOST_SOURCES = 1000;
    private static final int LARGEST_FILE = 4 * 1024 * 1024;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Path directory;
    private final InstantSource clock;
    private List<Known> known = List.of();
    private Instant readAt = Instant.MIN;

    private record Known(byte[] tokenHash, TrafficSource source) {}

    public TrafficSources(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** How many sources there are. */
    public int size() {
        return (int) current().stream().map(Known::source).distinct().count();
    }

    /**
     * Compares the token with every known one, in a time that tells nothing about them.
     *
     * @param authorization the header's value
     */
    Optional<TrafficSource> find(Optional<String> authorization) {
        if (authorization.isEmpty() || !authorization.get().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] hash = hash(authorization.get().substring(SCHEME.length()).strip());
        Optional<TrafficSource> found = Optional.empty();
        for (Known candidate : current()) {
            if (MessageDigest.isEqual(candidate.tokenHash(), hash)) {
                found = Optional.of(candidate.source());
            }
        }
        return found;
    }

    private synchronized List<Known> current() {
        Instant now = clock.instant();
        if (now.isAfter(readAt.plus(FRESH))) {
            known = read();
            readAt = now;
        }
        return known;
    }

    private List<Known> read() {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(folder -> NAME.matcher(nameOf(folder)).matches())
                    .filter(Files::isDirectory)
                    .sorted()
                    .limit(MOST_SOURCES)
                    .flatMap(TrafficSources::source)
                    .toList();
        } catch (IOException e) {
            LOG.warnf("traffic sources cannot be read directory=%s", directory);
            return List.of();
        }
    }

    private static Stream<Known> source(Path folder) {
        Set<UUID> monitors = lines(folder.resolve("monitors"))
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> id(folder, line).stream())
                .collect(Collectors.toUnmodifiableSet());
        TrafficSource source = new TrafficSource(nameOf(folder), monitors);
        List<Known> tokens = new ArrayList<>();
        lines(folder.resolve("token")).forEach(token -> {
            if (token.length() < SHORTEST_TOKEN) {
                LOG.warnf("traffic token too short, ignored source=%s", source.name());
            } else {
                tokens.add(new Known(hash(token), source));
            }
        });
        return tokens.stream();
    }

    private static Stream<String> lines(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                LOG.warnf("file too large, ignored file=%s", file);
                return Stream.empty();
            }
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty());
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<UUID> id(Path folder, String line) {
        try {
            return Optional.of(UUID.fromString(line));
        } catch (IllegalArgumentException e) {
            LOG.warnf("not the id of a monitor, ignored source=%s", nameOf(folder));
            return Optional.empty();
        }
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
