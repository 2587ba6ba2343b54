package org.mailcontinuity.events.problem;

import java.time.Duration;
import java.util.List;

/** Every way in which a request is refused. A feature returns one, or throws it at its edge as {@link RefusedException}. */
public sealed interface Refusal {
    /** The sentence for the caller. */
    String detail();

    /** There is no {@code kind} with this id. */
    record NotFound(String kind, String id) implements Refusal {
        @Override
        public String detail() {
            return "There is no %s %s.".formatted(kind, id);
        }
    }

    /** The request breaks rules of its own, whatever the state of the resource. */
    record Invalid(List<Violation> violations) implements Refusal {
        public Invalid {
            violations = List.copyOf(violations);
        }

        public static Invalid of(String field, String rule, String message) {
            return new Invalid(List.of(new Violation(field, rule, message)));
        }

        @Override
        public String detail() {
            return violations.size() == 1
                    ? violations.getFirst().field() + " "
                            + violations.getFirst().message()
                    : "%d values break a rule.".formatted(violations.size());
        }
    }

    /**
     * The request cannot be fulfilled in the present state.
     *
     * @param rule the broken rule as a stable word, such as {@code ALREADY_ENDED}
     * @param detail names the present state
     */
    record Conflict(String rule, String detail) implements Refusal {}

    /** The resource was changed since the caller read it. */
    record Outdated(String given, long revision) implements Refusal {
        @Override
        public String detail() {
            return "If-Match is %s, but the resource is at revision \"%d\".".formatted(given, revision);
        }
    }

    /** The request must say which revision it changes. */
    record RevisionMissing() implements Refusal {
        @Override
        public String detail() {
            return "Send the ETag of the resource you read as If-Match.";
        }
    }

    /** The idempotency key was used for another request. */
    record KeyReused(String key) implements Refusal {
        @Override
        public String detail() {
            return "The Idempotency-Key %s was used for a request with another body.".formatted(key);
        }
    }

    /** The caller is not known. */
    record Unauthenticated(String detail) implements Refusal {}

    /** The caller is known, but may not do this. */
    record Forbidden(String detail) implements Refusal {}

    /** Too many requests in a short time. */
    record TooMany(Duration retryAfter) implements Refusal {
        @Override
        public String detail() {
            return "Too many requests. Try again in %d s.".formatted(Math.max(1, retryAfter.toSeconds()));
        }
    }

    /** Something that the service needs is away; the same request may succeed later. */
    record Unavailable(String detail, Duration retryAfter) implements Refusal {}
}
