package org.mailcontinuity.probe.check;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.probe.access.Access;
import org.mailcontinuity.probe.access.ServiceTokens;
import org.mailcontinuity.probe.problem.Problem;
import org.mailcontinuity.probe.problem.ProblemException;

/** Checks a definition once, now. For the event-service only. */
@Path("/api/v1/checks")
public class ChecksResource {
    private final CheckDesk desk;
    private final ServiceTokens tokens;

    ChecksResource(CheckDesk desk, ServiceTokens tokens) {
        this.desk = desk;
        this.tokens = tokens;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public CheckView check(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, byte[] body)
            throws InterruptedException {
        if (tokens.check(Optional.ofNullable(authorization)) instanceof Access.Denied(String why)) {
            throw new ProblemException(Problem.unauthorized(why));
        }
        CheckRequest request = CheckRequest.read(body);
        return desk.check(request.definition(), request.directions())
                .map(CheckView::of)
                .orElseThrow(() -> new ProblemException(Problem.busy()));
    }
}
