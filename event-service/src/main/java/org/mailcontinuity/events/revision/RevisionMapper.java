package org.mailcontinuity.events.revision;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Answers that show a resource with its revision as entity tag. */
public final class RevisionMapper {
    private RevisionMapper() {}

    /** 200. */
    public static Response shown(long revision, Object view) {
        return tagged(Response.ok(view), revision);
    }

    /**
     * 201.
     *
     * @param path of the kind's resources, such as {@code /api/v1/contacts}
     */
    public static Response made(String path, UUID id, long revision, Object view) {
        return tagged(Response.created(URI.create(path + "/" + id)).entity(view), revision);
    }

    private static Response tagged(Response.ResponseBuilder answer, long revision) {
        return answer.header(HttpHeaders.ETAG, EntityTags.of(revision)).build();
    }
}
