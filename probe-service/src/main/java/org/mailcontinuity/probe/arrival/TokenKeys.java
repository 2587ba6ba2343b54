package org.mailcontinuity.probe.arrival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys that seal tokens, by id. The highest id seals; the others still open what they sealed. */
public final class TokenKeys {
    private static final Pattern FILE = Pattern.compile("(\\d{1,3})\\.key");
    private static final int KEY_BYTES = 32;

    private final NavigableMap<Integer, byte[]> keys;

    /** @param keys by id from 1 to 255, of 32 bytes each; at least one */
    public TokenKeys(NavigableMap<Integer, byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one token key");
        }
        keys.forEach((id, key) -> {
            if (id < 1 || id > 255 || key.length != KEY_BYTES) {
                throw new IllegalArgumentException("token key " + id + " must have an id of 1 to 255 and 32 bytes");
            }
        });
        this.keys = new TreeMap<>(keys);
    }

    /** Reads {@code <id>.key} files of 64 hexadecimal digits. */
    public static TokenKeys read(Path directory) {
        NavigableMap<Integer, byte[]> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    String hex = Files.readString(file).strip();
                    keys.put(Integer.valueOf(name.group(1)), HexFormat.of().parseHex(hex));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("token keys cannot be read from " + directory, e);
        }
        return new TokenKeys(keys);
    }

    int sealingId() {
        return keys.lastKey();
    }

    Optional<byte[]> find(int id) {
        return Optional.ofNullable(keys.get(id));
    }
}
