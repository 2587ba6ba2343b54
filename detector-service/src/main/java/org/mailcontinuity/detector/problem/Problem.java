package org.mailcontinuity.detector.problem;

import java.util.List;
import java.util.Optional;

/**
 * Why a request was not served.
 *
 * @param name the stable last part of its type URI
 */
public record Problem(String name, String title, int status, String detail, List<Violation> violations) {
    /** A field that breaks a rule. */
    public record Violation(String field, String rule, String message) {}

    public Problem {
        violations = List.copyOf(violations);
    }

    public static Problem unauthorized(String detail) {
        return new Problem("unauthorized", "Not authorised", 401, detail, List.of());
    }

    public static Problem unreadable(String detail) {
        return new Problem("unreadable-request", "The request cannot be read", 400, detail, List.of());
    }

    public static Problem refused(String message, Optional<Violation> violation) {
        return new Problem(
                "preview-refused",
                "The request breaks a rule",
                422,
                message,
                violation.stream().toList());
    }

    public static Problem busy() {
        return new Problem("busy", "Too many previews at once", 503, "try again in a few seconds", List.of());
    }

    public static Problem tooMany(String detail) {
        return new Problem("too-many-requests", "Too much in a minute", 429, detail, List.of());
    }

    public static Problem noRoom() {
        return new Problem(
                "no-room", "Samples cannot be written now", 503, "send it again in a few seconds", List.of());
    }

    public static Problem noLineTaken() {
        return new Problem("lines-refused", "No line could be taken", 422, "see the errors of the report", List.of());
    }

    public static Problem brokerAway() {
        return new Problem("broker-away", "Kafka does not answer", 503, "try again in a few seconds", List.of());
    }

    public static Problem ofStatus(int status, String title) {
        return new Problem("http-" + status, title, status, title, List.of());
    }

    /** The type URI. */
    public String type() {
        return "/problems/" + name;
    }
}
