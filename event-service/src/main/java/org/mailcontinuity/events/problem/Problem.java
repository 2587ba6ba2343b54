package org.mailcontinuity.events.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A problem as RFC 9457 wants it.
 *
 * @param type a stable URI reference; its last part is the word to program against
 * @param title the type as a sentence, the same every time
 * @param status the HTTP status
 * @param detail what happened this time
 * @param instance the path of the request
 * @param rule the broken rule as a stable word, where there is one
 * @param violations the values that break a rule, where the type is {@code invalid-request}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        Optional<String> rule,
        List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The form of {@code refusal} on the wire. */
    public static Problem of(Refusal refusal, String instance) {
        return switch (refusal) {
            case Refusal.NotFound r -> problem("not-found", "The resource does not exist", 404, r, instance);
            case Refusal.Invalid r ->
                problem("invalid-request", "The request breaks a rule", 400, r, instance)
                        .with(r.violations());
            case Refusal.Conflict r ->
                problem("conflict", "The present state does not allow this", 409, r, instance)
                        .with(r.rule());
            case Refusal.Outdated r -> problem("outdated", "The resource was changed meanwhile", 412, r, instance);
            case Refusal.RevisionMissing r -> problem("revision-missing", "If-Match is missing", 428, r, instance);
            case Refusal.KeyReused r ->
                problem("idempotency-key-reused", "The idempotency key was used before", 422, r, instance);
            case Refusal.Unauthenticated r ->
                problem("unauthenticated", "The request carries no valid token", 401, r, instance);
            case Refusal.Forbidden r -> problem("forbidden", "The token does not allow this", 403, r, instance);
            case Refusal.TooMany r -> problem("too-many-requests", "Too many requests", 429, r, instance);
            case Refusal.Unavailable r -> problem("unavailable", "The service cannot do this now", 503, r, instance);
        };
    }

    /** A problem that HTTP itself has a status for, and nothing more to say about. */
    public static Problem ofStatus(int status, String title, String detail, String instance) {
        return new Problem("/problems/http-" + status, title, status, detail, instance, Optional.empty(), List.of());
    }

    private static Problem problem(String word, String title, int status, Refusal refusal, String instance) {
        return new Problem("/problems/" + word, title, status, refusal.detail(), instance, Optional.empty(), List.of());
    }

    private Problem with(List<Violation> found) {
        return new Problem(type, title, status, detail, instance, rule, found);
    }

    private Problem with(String brokenRule) {
        return new Problem(type, title, status, detail, instance, Optional.of(brokenRule), violations);
    }
}
