package org.mailcontinuity.notifier.channel.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a server's answer (RFC 9112), in bounded memory. */
final class HttpReader {
    private static final int LONGEST_HEAD = 16_384;
    private static final int LONGEST_BODY = 65_536;

    private final InstantSource clock;

    HttpReader(InstantSource clock) {
        this.clock = clock;
    }

    HttpReply read(InputStream in) throws IOException {
        while (true) {
            String statusLine = line(in, LONGEST_HEAD);
            Map<String, String> headers = headers(in);
            String[] words = statusLine.split(" ", 3);
            if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
                return new HttpReply.Failed("the answer is not HTTP/1.1");
            }
            int status = Integer.parseInt(words[1]);
            if (status >= 200) {
                return new HttpReply.Answered(status, retryAfter(headers), body(in, status, headers));
            }
        }
    }

    /** What can be had of the body: the status has decided already, so that a body cut short changes nothing. */
    private static String body(InputStream in, int status, Map<String, String> headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            if (headers.getOrDefault("transfer-encoding", "")
                    .toLowerCase(Locale.ROOT)
                    .contains("chunked")) {
                chunks(in, body);
            } else if (status != 204 && status != 304) {
                String length = headers.getOrDefault("content-length", "");
                int most = length.matches("\\d{1,9}") ? Integer.parseInt(length) : LONGEST_BODY;
                copy(in, body, Math.min(most, LONGEST_BODY));
            }
        } catch (IOException _) {
            return body.toString(StandardCharsets.UTF_8);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static void chunks(InputStream in, ByteArrayOutputStream body) throws IOException {
        while (body.size() < LONGEST_BODY) {
            String size = line(in, 100).split(";", 2)[0].strip();
            int length = size.matches("[0-9A-Fa-f]{1,7}") ? Integer.parseInt(size, 16) : 0;
            if (length == 0) {
                return;
            }
            copy(in, body, Math.min(length, LONGEST_BODY - body.size()));
            line(in, 2);
        }
    }

    private static void copy(InputStream in, ByteArrayOutputStream body, int most) throws IOException {
        byte[] buffer = new byte[4096];
        int left = most;
        while (left > 0) {
            int got = in.read(buffer, 0, Math.min(left, buffer.length));
            if (got == -1) {
                return;
            }
            body.write(buffer, 0, got);
            left -= got;
        }
    }

    /** Seconds, or a date (RFC 9110 section 10.2.3). */
    private Optional<Duration> retryAfter(Map<String, String> headers) {
        String value = headers.getOrDefault("retry-after", "");
        if (value.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            return Optional.of(Duration.between(clock.instant(), then)).filter(Duration::isPositive);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        int left = LONGEST_HEAD;
        while (true) {
            String line = line(in, left);
            if (line.isEmpty()) {
                return headers;
            }
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
    }

    private static String line(InputStream in, int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == -1) {
                throw new IOException("the connection ended before an answer");
            }
            if (line.size() >= most) {
                throw new IOException("the head of the answer is too long");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
