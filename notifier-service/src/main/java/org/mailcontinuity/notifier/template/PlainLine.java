package org.mailcontinuity.notifier.template;

/**
 * Text of others (a server's reply, a monitor's name) made fit for one line of a message: no line break, no control or
 * direction character, no run of blanks, bounded.
 */
public final class PlainLine {
    private PlainLine() {}

    public static String of(String text, int most) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), most));
        text.codePoints()
                .map(character -> printable(character) ? character : ' ')
                .filter(character -> character != ' ' || !line.isEmpty() && line.charAt(line.length() - 1) != ' ')
                .takeWhile(_ -> line.length() < most)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
