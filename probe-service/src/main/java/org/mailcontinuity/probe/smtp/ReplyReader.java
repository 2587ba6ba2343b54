package org.mailcontinuity.probe.smtp;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the lines of one reply together (RFC 5321, 4.2.1). Takes a bounded number of lines. Not for use by several
 * threads.
 */
final class ReplyReader {
    /** More lines than any real greeting or EHLO answer has. */
    static final int MOST_LINES = 128;

    private final List<String> texts = new ArrayList<>();
    private int code;

    /** What the lines so far amount to. */
    sealed interface Progress {
        record Unfinished() implements Progress {}

        record Complete(SmtpReply reply) implements Progress {}

        record Malformed(String why) implements Progress {}
    }

    /** @param line the line without its end */
    Progress accept(String line) {
        if (!startsWithCode(line)) {
            return new Progress.Malformed("a reply line must start with three digits: " + PrintableText.of(line));
        }
        int lineCode = Integer.parseInt(line, 0, 3, 10);
        if (!texts.isEmpty() && lineCode != code) {
            return new Progress.Malformed("one reply, two codes: " + code + " and " + lineCode);
        }
        char separator = line.length() == 3 ? ' ' : line.charAt(3);
        if (separator != ' ' && separator != '-') {
            return new Progress.Malformed("neither space nor hyphen after the code: " + PrintableText.of(line));
        }
        code = lineCode;
        texts.add(line.length() > 4 ? line.substring(4) : "");
        if (separator == ' ') {
            return new Progress.Complete(SmtpReply.of(code, texts));
        }
        return texts.size() < MOST_LINES
                ? new Progress.Unfinished()
                : new Progress.Malformed("a reply of more than " + MOST_LINES + " lines");
    }

    private static boolean startsWithCode(String line) {
        return line.length() >= 3
                && line.charAt(0) >= '2'
                && line.charAt(0) <= '5'
                && isDigit(line.charAt(1))
                && isDigit(line.charAt(2));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
