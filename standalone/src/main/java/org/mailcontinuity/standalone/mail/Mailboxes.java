package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mailcontinuity.standalone.installation.PrivateFiles;

/** Mailboxes in memory, with a copy of each message on disk that outlives the process. Thread-safe. */
final class Mailboxes {
    /** The oldest message goes when a mailbox has more. */
    private static final int LARGEST = 200;

    private final Path folder;
    private final InstantSource clock;
    private final Map<String, Deque<Path>> mailboxes = new HashMap<>();
    private long last;

    /** A message as it lies in a mailbox; its bytes read as ISO 8859-1. */
    record Stored(String id, Instant receivedAt, String content) {}

    Mailboxes(Path folder, InstantSource clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        PrivateFiles.createFolder(folder);
        try (Stream<Path> found = Files.list(folder)) {
            for (Path mailbox : found.filter(Files::isDirectory).toList()) {
                mailboxes.put(mailbox.toFile().getName(), messagesIn(mailbox));
            }
        }
    }

    private static Deque<Path> messagesIn(Path mailbox) throws IOException {
        try (Stream<Path> found = Files.list(mailbox)) {
            return new ArrayDeque<>(found.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparingLong(Mailboxes::number))
                    .toList());
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.toFile().getName().replace(".eml", ""));
    }

    synchronized void deliver(String address, byte[] content) throws IOException {
        String name = folderName(address);
        last = Math.max(last + 1, clock.millis()); // names are arrival times, one a message
        Path file = folder.resolve(name).resolve(last + ".eml");
        PrivateFiles.createFolder(folder.resolve(name));
        Files.write(file, content);
        Deque<Path> messages = mailboxes.computeIfAbsent(name, fresh -> new ArrayDeque<>());
        messages.addLast(file);
        while (messages.size() > LARGEST) {
            Files.deleteIfExists(messages.removeFirst());
        }
    }

    /** The messages of a mailbox, the newest first. */
    synchronized List<Stored> read(String address) throws IOException {
        Deque<Path> messages = mailboxes.getOrDefault(folderName(address), new ArrayDeque<>());
        List<Stored> read = new ArrayList<>();
        for (Path file : messages.reversed()) {
            long number = number(file);
            read.add(new Stored(
                    Long.toString(number),
                    Instant.ofEpochMilli(number),
                    Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
        return List.copyOf(read);
    }

    private static String folderName(String address) {
        return address.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@._-]", "_").replaceAll("^\\.+", "_");
    }
}
