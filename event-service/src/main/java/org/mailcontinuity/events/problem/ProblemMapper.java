package org.mailcontinuity.events.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything a request can end with, other than success, into problem+json. No stack trace leaves the service. */
final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response refused(RefusedException e, UriInfo uri) {
        return response(e.refusal(), uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        return response(ConstraintMapper.invalid(e.getConstraintViolations()), uri);
    }

    /** More special than the JSON library's own mapper, which would answer first. */
    @ServerExceptionMapper
    Response unreadable(MismatchedInputException e, UriInfo uri) {
        return response(JsonProblemMapper.invalid(e), uri);
    }

    @ServerExceptionMapper
    Response unreadable(JsonMappingException e, UriInfo uri) {
        return response(JsonProblemMapper.invalid(e), uri);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e, UriInfo uri) {
        return response(JsonProblemMapper.invalid(e), uri);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException e, UriInfo uri) {
        return response(new Refusal.Unauthenticated("The token is unknown, expired or revoked."), uri);
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException e, UriInfo uri) {
        return response(new Refusal.Unauthenticated("Send a token as Authorization: Bearer ctk_…"), uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return response(new Refusal.Forbidden("The roles of your token do not allow this."), uri);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return response(JsonProblemMapper.invalid(unreadable), uri);
        }
        Response given = e.getResponse();
        if (given.getStatus() < 400 || given.hasEntity()) {
            return given;
        }
        return Response.fromResponse(given)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.ofStatus(
                        given.getStatus(),
                        given.getStatusInfo().getReasonPhrase(),
                        detail(given.getStatus()),
                        uri.getPath()))
                .build();
    }

    @ServerExceptionMapper
    Response failed(Throwable e, UriInfo uri) {
        if (Unreachable.database(e)) {
            LOG.warnf("database away path=%s cause=%s", uri.getPath(), e.getMessage());
            return response(new Refusal.Unavailable("The database cannot be reached.", Duration.ofSeconds(5)), uri);
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(e, "request failed path=%s incident=%s", uri.getPath(), incident);
        Problem problem = Problem.ofStatus(
                500,
                "The service failed",
                "This is a fault of the service; its log tells more under incident %s.".formatted(incident),
                uri.getPath());
        return Response.status(500).type(Problem.MEDIA_TYPE).entity(problem).build();
    }

    private static Response response(Refusal refusal, UriInfo uri) {
        Problem problem = Problem.of(refusal, uri.getPath());
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        switch (refusal) {
            case Refusal.TooMany r -> response.header(HttpHeaders.RETRY_AFTER, seconds(r.retryAfter()));
            case Refusal.Unavailable r -> response.header(HttpHeaders.RETRY_AFTER, seconds(r.retryAfter()));
            case Refusal.Unauthenticated r -> response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case Refusal.NotFound r -> {}
            case Refusal.Invalid r -> {}
            case Refusal.Conflict r -> {}
            case Refusal.Outdated r -> {}
            case Refusal.RevisionMissing r -> {}
            case Refusal.KeyReused r -> {}
            case Refusal.Forbidden r -> {}
        }
        return response.build();
    }

    private static long seconds(Duration retryAfter) {
        return Math.max(1, retryAfter.toSeconds());
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "The resource does not know this method; see the header Allow.";
            case 406 -> "The resource has no form that the header Accept allows.";
            case 415 -> "Send the body as application/json (application/merge-patch+json for PATCH).";
            default -> "The request cannot be served.";
        };
    }
}
