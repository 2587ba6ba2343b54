package org.mailcontinuity.notifier.sms.gateway;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in an answer something stands: a JSON pointer (RFC 6901) such as {@code /messages/0/id}, which starts with a slash,
 * or else a regular expression, of which the first group is meant, or all of it if it has none.
 */
public sealed interface GatewayExpression {
    int LONGEST = 8_192;
    ObjectMapper READER = new ObjectMapper();

    Optional<String> find(String body);

    /** @throws IllegalArgumentException if it is neither */
    static GatewayExpression of(String expression) {
        return expression.startsWith("/")
                ? new Pointer(JsonPointer.compile(expression))
                : new Regex(Pattern.compile(expression, Pattern.DOTALL));
    }

    /** In JSON. */
    record Pointer(JsonPointer pointer) implements GatewayExpression {
        @Override
        public Optional<String> find(String body) {
            try {
                JsonNode found = READER.readTree(body).at(pointer);
                return found.isValueNode() && !found.isNull() ? Optional.of(found.asText()) : Optional.empty();
            } catch (JsonProcessingException _) {
                return Optional.empty();
            }
        }
    }

    /** In any text. */
    record Regex(Pattern pattern) implements GatewayExpression {
        @Override
        public Optional<String> find(String body) {
            Matcher found = pattern.matcher(body.length() > LONGEST ? body.substring(0, LONGEST) : body);
            return found.find()
                    ? Optional.ofNullable(found.groupCount() > 0 ? found.group(1) : found.group())
                    : Optional.empty();
        }
    }
}
