package org.mailcontinuity.probe.maillog;

import java.util.Optional;

/** Finds parts of a line by what stands around them. */
final class Fields {
    private Fields() {}

    /** What stands between the first {@code before} and the next {@code after}. */
    static Optional<String> between(String text, String before, String after) {
        int start = text.indexOf(before);
        if (start < 0) {
            return Optional.empty();
        }
        int from = start + before.length();
        int end = text.indexOf(after, from);
        return end < 0 ? Optional.empty() : Optional.of(text.substring(from, end));
    }

    /** What stands after the first {@code before}, up to {@code after} or the end. */
    static Optional<String> after(String text, String before, String after) {
        int start = text.indexOf(before);
        if (start < 0) {
            return Optional.empty();
        }
        int from = start + before.length();
        int end = text.indexOf(after, from);
        return Optional.of(text.substring(from, end < 0 ? text.length() : end));
    }

    /** Whether it is made of letters and digits alone, and not too short for a queue id. */
    static boolean isQueueId(String text) {
        return text.length() >= 5
                && text.length() <= 30
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
    }
}
