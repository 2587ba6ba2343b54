package org.mailcontinuity.events.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** What the console's pages have in common as answers over HTTP. */
public final class ConsoleMapper {
    /** The session's cookie. */
    public static final String COOKIE = "continuity_session";

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private ConsoleMapper() {}

    /** Browsers say where a request comes from; one that another site caused is refused. */
    public static void fromThisSite(String site) {
        if (!site.equals("same-origin") && !site.equals("none")) {
            throw new RefusedException(new Refusal.Forbidden("This form is used from the console's own pages only."));
        }
    }

    public static Response.ResponseBuilder leadTo(String path) {
        return answer(Response.status(Response.Status.SEE_OTHER)).header(HttpHeaders.LOCATION, path);
    }

    /** A page that runs no script, is framed by nobody, and is kept nowhere. */
    public static Response.ResponseBuilder answer(Response.ResponseBuilder response) {
        return response.type(HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
