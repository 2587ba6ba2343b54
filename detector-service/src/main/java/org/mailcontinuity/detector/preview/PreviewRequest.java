package org.mailcontinuity.detector.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.UnreadableMessageException;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.detector.problem.Problem;
import org.mailcontinuity.detector.problem.ProblemException;

/**
 * What is to be judged, and by which settings.
 *
 * @param definitions of one and the same monitor; PROPOSED at least
 * @param from the earliest append time, included
 * @param until the latest append time, not included; at most 7 days after {@code from}
 */
record PreviewRequest(Map<Candidate, MonitorDefinition> definitions, Instant from, Instant until) {
    static final Duration LONGEST = Duration.ofDays(7);

    private static final ObjectMapper JSON = new ObjectMapper();

    PreviewRequest {
        definitions = Map.copyOf(definitions);
    }

    UUID monitorId() {
        return definitions.values().iterator().next().monitorId();
    }

    /**
     * Reads {@code {"proposed": {…}, "present": {…}, "from": "…", "until": "…"}}; {@code present} may be absent.
     *
     * @throws ProblemException if it is none
     */
    static PreviewRequest read(byte[] body) {
        JsonNode request = parse(body);
        Map<Candidate, MonitorDefinition> definitions = new EnumMap<>(Candidate.class);
        definitions.put(Candidate.PROPOSED, definition("proposed", request.path("proposed")));
        if (request.has("present")) {
            definitions.put(Candidate.PRESENT, definition("present", request.path("present")));
        }
        if (definitions.values().stream()
                        .map(MonitorDefinition::monitorId)
                        .distinct()
                        .count()
                > 1) {
            throw refused("present.monitorId", "must be that of proposed");
        }
        Instant from = time("from", request.path("from"));
        Instant until = time("until", request.path("until"));
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw refused("until", "must be after from, by at most " + LONGEST.toDays() + " days");
        }
        return new PreviewRequest(definitions, from, until);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).orElseGet(JSON::missingNode);
        } catch (IOException e) {
            throw new ProblemException(Problem.unreadable("the body must be JSON"));
        }
    }

    private static MonitorDefinition definition(String field, JsonNode node) {
        if (!node.isObject()) {
            throw refused(field, "must be an object");
        }
        try {
            return Messages.decode(MonitorDefinition.class, JSON.writeValueAsBytes(node));
        } catch (UnreadableMessageException e) {
            throw refused(field, "must be a monitor definition: " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.unreadable("the definition must be JSON"));
        }
    }

    private static Instant time(String field, JsonNode node) {
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeException e) {
            throw refused(field, "must be a time (RFC 3339)");
        }
    }

    private static ProblemException refused(String field, String rule) {
        String message = field + " " + rule;
        return new ProblemException(Problem.refused(message, Optional.of(new Problem.Violation(field, rule, message))));
    }
}
