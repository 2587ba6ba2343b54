package org.mailcontinuity.probe.maillog;

import java.util.Optional;

/**
 * A reply of SMTP as a log shows it.
 *
 * @param code 200 to 599
 * @param enhanced as 4.7.1
 */
public record ReplySeen(int code, Optional<String> enhanced) {

    /** The first reply in a text: three digits, 2 to 5 first, that stand alone; with the enhanced code after them. */
    static Optional<ReplySeen> in(String text) {
        for (int i = 0; i + 3 <= text.length(); i++) {
            boolean begins = i == 0 || " \t:(=\"[".indexOf(text.charAt(i - 1)) >= 0;
            if (begins && isCode(text, i) && (i + 3 == text.length() || " -".indexOf(text.charAt(i + 3)) >= 0)) {
                int code = Integer.parseInt(text, i, i + 3, 10);
                return Optional.of(new ReplySeen(code, enhancedAt(text, Math.min(text.length(), i + 4))));
            }
        }
        return Optional.empty();
    }

    /** The enhanced status code (RFC 3463) that begins at {@code from}, if one does. */
    static Optional<String> enhancedAt(String text, int from) {
        int end = from;
        int dots = 0;
        while (end < text.length() && end - from < 9) {
            char next = text.charAt(end);
            if (next == '.') {
                dots++;
            } else if (next < '0' || next > '9') {
                break;
            }
            end++;
        }
        String code = text.substring(from, end);
        return dots == 2 && code.matches("[245]\\.\\d{1,3}\\.\\d{1,3}") ? Optional.of(code) : Optional.empty();
    }

    private static boolean isCode(String text, int i) {
        return text.charAt(i) >= '2'
                && text.charAt(i) <= '5'
                && isDigit(text.charAt(i + 1))
                && text.charAt(i + 1) <= '5'
                && isDigit(text.charAt(i + 2));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
