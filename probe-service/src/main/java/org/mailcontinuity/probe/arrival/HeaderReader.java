package org.mailcontinuity.probe.arrival;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a message (RFC 5322, 2.2), its fields unfolded. Reads the message to its end, keeps at most
 * {@value #MOST_HEADER_BYTES} bytes of header, and refuses a message beyond {@value #MOST_BYTES} bytes.
 */
final class HeaderReader {
    static final int MOST_HEADER_BYTES = 64 * 1024;
    static final int MOST_BYTES = 256 * 1024;

    private final List<String> fields;

    private HeaderReader(List<String> fields) {
        this.fields = fields;
    }

    /** @return empty if the message is too long */
    static Optional<HeaderReader> read(InputStream message) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        long total = 0;
        for (int count = message.read(buffer); count >= 0; count = message.read(buffer)) {
            total += count;
            if (header.size() < MOST_HEADER_BYTES) {
                header.write(buffer, 0, Math.min(count, MOST_HEADER_BYTES - header.size()));
            }
            if (total > MOST_BYTES) {
                return Optional.empty();
            }
        }
        return Optional.of(new HeaderReader(unfolded(header.toString(StandardCharsets.UTF_8))));
    }

    /** The bodies of all fields of that name, in their order. */
    List<String> fields(String name) {
        String start = name + ":";
        return fields.stream()
                .filter(field -> field.regionMatches(true, 0, start, 0, start.length()))
                .map(field -> field.substring(start.length()).strip())
                .toList();
    }

    private static List<String> unfolded(String text) {
        List<String> fields = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (continued && !fields.isEmpty()) {
                fields.set(fields.size() - 1, fields.getLast() + " " + line.strip());
            } else {
                fields.add(line);
            }
        }
        return fields;
    }
}
