package org.mailcontinuity.events.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** Words notices without sending them. */
@Path("/api/v1/notifications/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications")
@RolesAllowed("admin")
@RunOnVirtualThread
class NoticePreviewResource {
    private static final Duration LATER = Duration.ofSeconds(10);

    private final NoticeClient notifier;

    NoticePreviewResource(NoticeClient notifier) {
        this.notifier = notifier;
    }

    @POST
    @Operation(
            summary = "Show what a notice would say, in a language and over a channel",
            description = "About made-up facts, with the templates in use or with those given. A fault in a template is"
                    + " told with its line.")
    public NoticePreviewView preview(@Valid @NotNull NoticePreviewRequest request) throws InterruptedException {
        return switch (notifier.preview(request)) {
            case NoticeAnswer.Worded worded -> worded.view();
            case NoticeAnswer.Faulty faulty -> throw new RefusedException(new Refusal.Invalid(faulty.violations()));
            case NoticeAnswer.Away away -> throw new RefusedException(new Refusal.Unavailable(away.why(), LATER));
        };
    }
}
