package org.mailcontinuity.probe.smtp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole reply of a server (RFC 5321, 4.2).
 *
 * @param code the three digits, 200 to 599
 * @param enhanced the enhanced status code (RFC 3463, RFC 2034), where the reply's first line begins with one
 * @param lines the text of each line without code and enhanced status code, as received
 */
public record SmtpReply(int code, Optional<String> enhanced, List<String> lines) {
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?: +|$)");

    public SmtpReply {
        if (code < 200 || code > 599) {
            throw new IllegalArgumentException("code must be from 200 to 599, but is: " + code);
        }
        lines = List.copyOf(lines);
    }

    /** The reply of {@code code} with these lines of text, enhanced status codes still in them. */
    static SmtpReply of(int code, List<String> texts) {
        Optional<String> enhanced = texts.isEmpty() ? Optional.empty() : enhancedOf(texts.getFirst(), code);
        return new SmtpReply(
                code, enhanced, texts.stream().map(text -> stripped(text, code)).toList());
    }

    public boolean isPositive() {
        return code < 300;
    }

    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    public boolean isPermanent() {
        return code >= 500;
    }

    /** Whether the enhanced status code has this subject and detail, such as {@code .2.2}, or begins so. */
    public boolean says(String subjectAndDetail) {
        return enhanced.filter(status -> status.substring(1).startsWith(subjectAndDetail))
                .filter(status -> subjectAndDetail.endsWith(".") || status.length() == 1 + subjectAndDetail.length())
                .isPresent();
    }

    /** The text of all lines, fit to be kept and shown. */
    public String text() {
        return PrintableText.of(String.join(" ", lines));
    }

    private static Optional<String> enhancedOf(String text, int code) {
        Matcher matcher = ENHANCED.matcher(text);
        return matcher.lookingAt() && text.charAt(0) == Character.forDigit(code / 100, 10)
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    private static String stripped(String text, int code) {
        return enhancedOf(text, code)
                .map(status -> text.substring(status.length()).strip())
                .orElse(text);
    }
}
