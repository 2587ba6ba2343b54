package org.mailcontinuity.probe.maillog;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of syslog: the classic form (RFC 3164) with or without a year, and RFC 5424.
 *
 * @param program without its process id, as {@code postfix/smtpd}
 */
record SyslogLine(Instant at, String program, String text) {

    /** Empty for what is no such line. */
    static Optional<SyslogLine> read(String line, LogTimes times) {
        String rest = withoutPriority(line);
        if (rest.startsWith("1 ") && !rest.equals(line)) {
            return modern(rest.substring(2), times);
        }
        boolean iso = !rest.isEmpty() && Character.isDigit(rest.charAt(0));
        int end = iso ? rest.indexOf(' ') : Math.min(15, rest.length());
        if (end < 15) {
            return Optional.empty();
        }
        String time = rest.substring(0, end);
        Optional<Instant> at = iso ? times.iso(time) : times.withoutYear(time);
        return at.flatMap(instant -> classic(instant, rest.substring(end).stripLeading()));
    }

    /** {@code host program[pid]: text}. */
    private static Optional<SyslogLine> classic(Instant at, String rest) {
        int host = rest.indexOf(' ');
        int colon = rest.indexOf(": ", host + 1);
        if (host < 0 || colon < 0) {
            return Optional.empty();
        }
        String tag = rest.substring(host + 1, colon);
        int bracket = tag.indexOf('[');
        String program = bracket < 0 ? tag : tag.substring(0, bracket);
        return program.indexOf(' ') >= 0
                ? Optional.empty()
                : Optional.of(new SyslogLine(at, program, rest.substring(colon + 2)));
    }

    /** {@code time host program pid message-id structured-data text}. */
    private static Optional<SyslogLine> modern(String rest, LogTimes times) {
        String[] fields = rest.split(" ", 6);
        if (fields.length < 6) {
            return Optional.empty();
        }
        return times.iso(fields[0])
                .map(at -> new SyslogLine(at, fields[2], withoutData(fields[5]).replaceFirst("^\uFEFF", "")));
    }

    private static String withoutData(String text) {
        if (text.startsWith("- ")) {
            return text.substring(2);
        }
        int i = 0;
        while (i < text.length() && text.charAt(i) == '[') {
            i = endOfElement(text, i);
        }
        return text.substring(Math.min(text.length(), i)).stripLeading();
    }

    private static int endOfElement(String text, int start) {
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static String withoutPriority(String line) {
        int end = line.startsWith("<") ? line.indexOf('>') : -1;
        return end > 1 && end <= 4 ? line.substring(end + 1) : line;
    }
}
