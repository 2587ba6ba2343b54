package org.mailcontinuity.detector.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Writes every error as a problem; what went wrong inside stays in the log. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    @ServerExceptionMapper
    public Response refused(ProblemException e, UriInfo uri) {
        return response(e.problem(), uri);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e, UriInfo uri) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        return response(Problem.ofStatus(status.getStatusCode(), status.getReasonPhrase()), uri);
    }

    @ServerExceptionMapper
    public Response bug(RuntimeException e, UriInfo uri) {
        LOG.errorf(e, "request failed path=%s", uri.getPath());
        return response(Problem.ofStatus(500, "Internal Server Error"), uri);
    }

    private static Response response(Problem problem, UriInfo uri) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(MEDIA_TYPE).entity(ProblemView.of(problem, uri.getPath()));
        if (problem.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 503) {
            response.header("Retry-After", 5);
        }
        return response.build();
    }
}
