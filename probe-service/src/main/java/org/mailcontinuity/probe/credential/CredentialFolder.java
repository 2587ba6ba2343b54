package org.mailcontinuity.probe.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder with a folder for each credential, which holds the files {@code username} and {@code password}. */
public final class CredentialFolder {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?");
    private static final int LONGEST = 8192;

    private final Path directory;

    public CredentialFolder(Path directory) {
        this.directory = directory;
    }

    /** The credential of that name; empty if there is none, or it cannot be read. */
    public Optional<Credential> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path folder = directory.resolve(name);
        Optional<String> username = read(folder.resolve("username"));
        Optional<String> password = read(folder.resolve("password"));
        return username.flatMap(user -> password.map(secret -> new Credential(user, secret)));
    }

    private static Optional<String> read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            // Editors and echo end a file by a line feed that is no part of the secret.
            String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Its text shows no secret. */
    public record Credential(String username, String password) {
        @Override
        public String toString() {
            return "Credential[" + username + "]";
        }
    }
}
