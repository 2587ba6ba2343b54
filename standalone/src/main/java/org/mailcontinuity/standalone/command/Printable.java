package org.mailcontinuity.standalone.command;

import java.nio.charset.StandardCharsets;

/** Foreign text for a terminal: what a terminal would obey is shown instead. */
final class Printable {
    private Printable() {}

    /** In one line. */
    static String line(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                shown.append("\\u%04x".formatted(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    static String line(byte[] bytes) {
        return line(new String(bytes, StandardCharsets.UTF_8));
    }
}
