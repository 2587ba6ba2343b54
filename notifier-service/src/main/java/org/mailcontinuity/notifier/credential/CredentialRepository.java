package org.mailcontinuity.notifier.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Secrets as files: {@code <directory>/<name>/<field>}, one value a file, blanks around it ignored. */
public final class CredentialRepository {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int LONGEST = 16_384;

    private final Path directory;

    public CredentialRepository(Path directory) {
        this.directory = directory;
    }

    /**
     * @param name of the credential; a name that could leave the directory has no value
     * @param field such as {@code username} or {@code password}
     */
    public Optional<String> find(String name, String field) {
        if (!NAME.matcher(name).matches() || !NAME.matcher(field).matches()) {
            return Optional.empty();
        }
        Path file = directory.resolve(name).resolve(field);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file).strip()).filter(value -> !value.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("credential " + name + " cannot be read", e);
        }
    }
}
