package org.mailcontinuity.events.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** A response as it is stored, and back. */
@Singleton
final class AnswerMapper {
    private final ObjectMapper json;

    AnswerMapper(ObjectMapper json) {
        this.json = json;
    }

    StoredAnswer stored(String fingerprint, Response response) {
        return new StoredAnswer(
                fingerprint,
                response.getStatus(),
                header(response, HttpHeaders.LOCATION),
                header(response, HttpHeaders.ETAG),
                Optional.ofNullable(response.getEntity()).map(this::text));
    }

    Response response(StoredAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotent-Replay", "true");
        answer.location().ifPresent(value -> response.header(HttpHeaders.LOCATION, value));
        answer.etag().ifPresent(value -> response.header(HttpHeaders.ETAG, value));
        answer.body().ifPresent(value -> response.entity(value).type(MediaType.APPLICATION_JSON));
        return response.build();
    }

    private static Optional<String> header(Response response, String name) {
        return Optional.ofNullable(response.getHeaders().getFirst(name)).map(Object::toString);
    }

    private String text(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view is always JSON", e);
        }
    }
}
