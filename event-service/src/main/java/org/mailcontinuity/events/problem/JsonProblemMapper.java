package org.mailcontinuity.events.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mailcontinuity.contracts.ContractViolation;

/** What was wrong with a body that could not be read as JSON of the wanted shape. */
public final class JsonProblemMapper {
    private JsonProblemMapper() {}

    public static Refusal.Invalid invalid(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping) {
            return ofMapping(mapping);
        }
        String where = e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        return Refusal.Invalid.of("body", "JSON", "is not JSON" + where);
    }

    private static Refusal.Invalid ofMapping(JsonMappingException e) {
        if (e.getCause() instanceof ContractViolation broken) {
            return Refusal.Invalid.of(broken.field(), "VALUE", broken.rule());
        }
        if (e.getCause() instanceof IllegalArgumentException rule && rule.getMessage() != null) {
            return Refusal.Invalid.of(path(e), "VALUE", rule.getMessage());
        }
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                Refusal.Invalid.of(path(e), "UNKNOWN_FIELD", "is not a field here; there is " + known(unknown));
            case InvalidFormatException format -> Refusal.Invalid.of(path(e), "FORMAT", "must be " + wanted(format));
            case MismatchedInputException mismatch ->
                Refusal.Invalid.of(path(e), "TYPE", "must be " + wanted(mismatch));
            default -> Refusal.Invalid.of(path(e), "JSON", "cannot be read");
        };
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String wanted(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> "an RFC 3339 time in UTC, such as 2026-11-24T10:00:00Z";
            case "Duration" -> "an ISO 8601 duration, such as PT30M";
            case "UUID" -> "a UUID";
            case "ZoneId" -> "an IANA time zone, such as Europe/Berlin";
            case "String" -> "a text";
            case "boolean", "Boolean" -> "true or false";
            case "int", "long", "Integer", "Long" -> "a whole number";
            default -> List.class.isAssignableFrom(type) ? "a list" : "an object";
        };
    }
}
