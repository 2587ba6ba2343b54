package org.mailcontinuity.events.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.audit.ActorMapper;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/**
 * Runs inside the method's transaction, so that the key and the effect are committed or rolled back together. Two
 * requests at once: the second waits for the first one's row, then answers from it.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class IdempotencyInterceptor {
    private static final int LONGEST_KEY = 200;

    private final IdempotencyRepository keys;
    private final ObjectMapper json;
    private final AnswerMapper answers;
    private final ActorMapper actor;
    private final CurrentVertxRequest request;

    IdempotencyInterceptor(
            IdempotencyRepository keys,
            ObjectMapper json,
            AnswerMapper answers,
            ActorMapper actor,
            CurrentVertxRequest request) {
        this.keys = keys;
        this.json = json;
        this.answers = answers;
        this.actor = actor;
        this.request = request;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext invocation) throws Exception {
        String key = request.getCurrent().request().getHeader("Idempotency-Key");
        if (key == null) {
            return invocation.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new RefusedException(
                    Refusal.Invalid.of("Idempotency-Key", "SIZE", "must have 1 to " + LONGEST_KEY + " characters"));
        }
        String principal = actor.current().name();
        String fingerprint = fingerprint(invocation);
        Optional<StoredAnswer> answer = keys.claim(principal, key, fingerprint);
        if (answer.isPresent()) {
            return replay(key, fingerprint, answer.get());
        }
        Response response = (Response) invocation.proceed();
        keys.keep(principal, key, answers.stored(fingerprint, response));
        return response;
    }

    private Response replay(String key, String fingerprint, StoredAnswer answer) {
        if (!answer.fingerprint().equals(fingerprint)) {
            throw new RefusedException(new Refusal.KeyReused(key));
        }
        return answers.response(answer);
    }

    /** What makes two requests the same one: the path, and everything the body says. */
    private String fingerprint(InvocationContext invocation) {
        String arguments = Arrays.stream(invocation.getParameters())
                .filter(argument -> argument instanceof Record || argument instanceof String)
                .map(this::text)
                .collect(Collectors.joining("\n"));
        return Fingerprint.of(request.getCurrent().request().path() + "\n" + arguments);
    }

    private String text(Object argument) {
        try {
            return json.writeValueAsString(argument);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request body is always JSON", e);
        }
    }
}
