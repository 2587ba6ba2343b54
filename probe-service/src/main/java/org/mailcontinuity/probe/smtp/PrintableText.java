package org.mailcontinuity.probe.smtp;

import java.nio.charset.StandardCharsets;

/** Makes what a server said fit to be kept and shown: control characters escaped, and never longer than 512 bytes. */
public final class PrintableText {
    /** The most bytes of UTF-8 that a text has after {@link #of}. */
    public static final int MOST_BYTES = 512;

    private PrintableText() {}

    /**
     * Escapes control characters and those that reorder text as {@code \xNN} or {@code \\uNNNN}, and cuts the end off
     * between two characters so that at most {@value #MOST_BYTES} bytes of UTF-8 are left.
     */
    public static String of(String raw) {
        StringBuilder text = new StringBuilder(Math.min(raw.length(), MOST_BYTES));
        int bytes = 0;
        for (int i = 0; i < raw.length(); ) {
            int character = raw.codePointAt(i);
            String shown = shown(character);
            int size = shown.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > MOST_BYTES) {
                break;
            }
            text.append(shown);
            bytes += size;
            i += Character.charCount(character);
        }
        return text.toString();
    }

    private static String shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> "\\x%02x".formatted(character);
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                "\\u%04x".formatted(character);
            default -> Character.toString(character);
        };
    }
}
