package org.mailcontinuity.probe.maillog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comma-separated values of one line (RFC 4180): a field in quotes may hold commas, and quotes twice. */
final class CsvLine {
    private static final int MOST = 200;

    private CsvLine() {}

    /** Empty where a quote is not closed, or there are too many fields. */
    static Optional<List<String>> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"' && (quoted || field.isEmpty())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return quoted || fields.size() > MOST ? Optional.empty() : Optional.of(fields);
    }
}
