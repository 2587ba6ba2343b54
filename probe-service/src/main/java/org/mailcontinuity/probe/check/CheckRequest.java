package org.mailcontinuity.probe.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.UnreadableMessageException;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.probe.problem.Problem;
import org.mailcontinuity.probe.problem.ProblemException;

/**
 * A definition to be checked now.
 *
 * @param directions those wanted; where the request names none, those that the definition has
 */
record CheckRequest(MonitorDefinition definition, Set<Direction> directions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    CheckRequest {
        directions = Set.copyOf(directions);
    }

    /**
     * Reads {@code {"definition": {…}, "directions": ["INBOUND"]}}.
     *
     * @throws ProblemException if it is none
     */
    static CheckRequest read(byte[] body) {
        JsonNode request = parse(body);
        if (!request.path("definition").isObject()) {
            throw refused("definition", "must be an object");
        }
        return new CheckRequest(definition(request.path("definition")), directions(request.path("directions")));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).orElseGet(JSON::missingNode);
        } catch (IOException e) {
            throw new ProblemException(Problem.unreadable("the body must be JSON"));
        }
    }

    private static MonitorDefinition definition(JsonNode node) {
        try {
            return Messages.decode(MonitorDefinition.class, JSON.writeValueAsBytes(node));
        } catch (UnreadableMessageException e) {
            String message = String.valueOf(e.getMessage());
            int space = message.indexOf(' ');
            String field = space < 0 ? "definition" : message.substring(0, space);
            throw refused("definition." + field, message.substring(space + 1));
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.unreadable("the definition must be JSON"));
        }
    }

    private static Set<Direction> directions(JsonNode node) {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (JsonNode word : node) {
            switch (word.asText()) {
                case "INBOUND" -> directions.add(Direction.INBOUND);
                case "OUTBOUND" -> directions.add(Direction.OUTBOUND);
                default -> throw refused("directions", "must be INBOUND or OUTBOUND");
            }
        }
        return directions.isEmpty() ? EnumSet.of(Direction.INBOUND, Direction.OUTBOUND) : directions;
    }

    private static ProblemException refused(String field, String rule) {
        String message = field + " " + rule;
        return new ProblemException(Problem.refused(message, Optional.of(new Problem.Violation(field, rule, message))));
    }
}
