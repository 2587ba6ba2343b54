package org.mailcontinuity.probe.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.ReplyCount;
import org.mailcontinuity.contracts.sample.Volume;

/**
 * Reads a line such as
 * {@code {"monitorId":"…","direction":"INBOUND","minute":"2026-11-24T03:12:00Z","accepted":7,"deferred":1,"rejected":0,
 * "replies":[{"code":451,"enhanced":"4.7.1","count":1}]}}. Fields that it does not know are passed over.
 */
final class TrafficLine {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final long MOST_A_MINUTE = 1_000_000_000;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);
    private static final Duration OLDEST = Duration.ofDays(7);

    private TrafficLine() {}

    /** Says which field breaks which rule. */
    static final class RefusedLineException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String field;
        private final String rule;

        RefusedLineException(String field, String rule) {
            super(field + " " + rule, null, false, false);
            this.field = field;
            this.rule = rule;
        }

        LineError at(long line) {
            return new LineError(line, field, rule);
        }
    }

    /**
     * @param allowed the monitors that the source may report
     * @param now by this machine's clock: a minute must be over, but not for more than 7 days
     */
    static TrafficCount read(byte[] line, Set<UUID> allowed, Instant now) throws RefusedLineException {
        JsonNode node = parsed(line);
        UUID monitorId = monitorId(node.path("monitorId"));
        if (!allowed.contains(monitorId)) {
            throw new RefusedLineException("monitorId", "must be one that this source may report");
        }
        Direction direction = direction(node.path("direction"));
        Instant minute = minute(node.path("minute"), now);
        try {
            Volume volume = new Volume(
                    count(node, "accepted"), count(node, "deferred"), count(node, "rejected"), replies(node));
            return new TrafficCount(monitorId, direction, minute, volume);
        } catch (ContractViolation e) {
            throw new RefusedLineException(e.field().replaceFirst("^volume\\.", ""), e.rule());
        }
    }

    private static JsonNode parsed(byte[] line) throws RefusedLineException {
        try {
            JsonNode node = JSON.readTree(line);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            // The rule says what is wanted; what the parser found is of no use to whoever sent it.
        }
        throw new RefusedLineException("line", "must be one JSON object");
    }

    private static UUID monitorId(JsonNode node) throws RefusedLineException {
        try {
            if (node.isTextual() && node.asText().length() == 36) {
                return UUID.fromString(node.asText());
            }
        } catch (IllegalArgumentException e) {
            // As below.
        }
        throw new RefusedLineException("monitorId", "must be a UUID");
    }

    private static Direction direction(JsonNode node) throws RefusedLineException {
        return switch (node.asText()) {
            case "INBOUND" -> Direction.INBOUND;
            case "OUTBOUND" -> Direction.OUTBOUND;
            default -> throw new RefusedLineException("direction", "must be INBOUND or OUTBOUND");
        };
    }

    private static Instant minute(JsonNode node, Instant now) throws RefusedLineException {
        Instant minute;
        try {
            minute = OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new RefusedLineException("minute", "must be a time of RFC 3339, as 2026-11-24T03:12:00Z");
        }
        if (minute.toEpochMilli() % TrafficCount.SPAN.toMillis() != 0 || minute.getNano() != 0) {
            throw new RefusedLineException("minute", "must be the begin of a minute");
        }
        if (minute.plus(TrafficCount.SPAN).isAfter(now.plus(CLOCKS_APART))) {
            throw new RefusedLineException("minute", "must be over");
        }
        if (minute.isBefore(now.minus(OLDEST))) {
            throw new RefusedLineException("minute", "must not be older than 7 days");
        }
        return minute;
    }

    private static long count(JsonNode node, String field) throws RefusedLineException {
        JsonNode count = node.path(field);
        if (count.isMissingNode()) {
            return 0;
        }
        return bounded(count, field, 0);
    }

    private static long bounded(JsonNode count, String field, long least) throws RefusedLineException {
        if (!count.isIntegralNumber()
                || !count.canConvertToLong()
                || count.asLong() < least
                || count.asLong() > MOST_A_MINUTE) {
            throw new RefusedLineException(field, "must be a whole number from " + least + " to " + MOST_A_MINUTE);
        }
        return count.asLong();
    }

    private static List<ReplyCount> replies(JsonNode node) throws RefusedLineException {
        JsonNode replies = node.path("replies");
        if (!replies.isMissingNode() && !replies.isArray()) {
            throw new RefusedLineException("replies", "must be a list");
        }
        List<ReplyCount> counts = new ArrayList<>();
        for (JsonNode reply : replies) {
            Optional<String> enhanced = reply.path("enhanced").isMissingNode()
                    ? Optional.empty()
                    : Optional.of(reply.path("enhanced").asText());
            counts.add(new ReplyCount(
                    reply.path("code").asInt(), enhanced, bounded(reply.path("count"), "replies.count", 1)));
        }
        return counts;
    }
}
