package org.mailcontinuity.notifier.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.qute.TemplateException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.notifier.sms.SmsConfig;
import org.mailcontinuity.notifier.sms.SmsFit;
import org.mailcontinuity.notifier.template.Notices;
import org.mailcontinuity.notifier.template.Wording;

/** Words a notice without sending it. A fault in a template is told with its line. */
@Path("/api/v1/previews")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PreviewResource {
    private final Notices notices;
    private final URI publicUrl;
    private final int segments;
    private final ObjectReader requests;
    private final InstantSource clock;

    PreviewResource(
            Notices notices,
            @ConfigProperty(name = "continuity.public-url", defaultValue = "http://localhost:8080") URI publicUrl,
            SmsConfig sms,
            ObjectMapper json,
            InstantSource clock) {
        this.notices = notices;
        this.publicUrl = publicUrl;
        this.segments = sms.segments();
        this.requests = json.readerFor(PreviewRequest.class);
        this.clock = clock;
    }

    @POST
    @RunOnVirtualThread
    public Response preview(String body) {
        PreviewRequest request;
        try {
            request = requests.readValue(body);
        } catch (JsonProcessingException e) {
            return refused(400, e.getCause() instanceof ContractViolation broken ? broken(broken) : unreadable(e));
        }
        try {
            Notices drafted = notices.drafted(request.drafts());
            Wording wording = new PreviewSamples(drafted, publicUrl, clock.instant()).word(request);
            return Response.ok(view(request, wording)).build();
        } catch (TemplateException e) {
            return refused(422, fault(request, e));
        } catch (StackOverflowError e) {
            return refused(422, violation("texts", "TOO_DEEP", "must not be nested this deep"));
        }
    }

    private PreviewView view(PreviewRequest request, Wording wording) {
        String channel = request.channel().orElse("");
        boolean all = channel.isEmpty();
        return new PreviewView(
                wording.subject(),
                channel.equals("SMS") ? Optional.empty() : Optional.of(wording.text()),
                all || channel.equals("EMAIL") ? Optional.of(wording.html()) : Optional.empty(),
                all || channel.equals("SMS")
                        ? Optional.of(PreviewView.Sms.of(SmsFit.fit(wording.brief(), segments)))
                        : Optional.empty());
    }

    private static Map<String, Object> fault(PreviewRequest request, TemplateException fault) {
        String file = fault.getOrigin() == null ? "" : fault.getOrigin().getTemplateId();
        String kind = file.substring(file.lastIndexOf('.') + 1);
        String rule = fault.getCodeName()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .orElse("TEMPLATE");
        String line =
                fault.getOrigin() == null ? "" : "line " + fault.getOrigin().getLine() + ": ";
        String field = request.texts().containsKey(kind) ? "texts." + kind : "notice";
        return violation(field, rule, line + fault.getMessage());
    }

    private static Map<String, Object> broken(ContractViolation broken) {
        return violation(broken.field(), "VALUE", broken.rule());
    }

    private static Map<String, Object> unreadable(JsonProcessingException e) {
        String field =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? mapping.getPath().getFirst().getFieldName()
                        : "body";
        return violation(field, "JSON", "must be JSON of the form documented");
    }

    private static Map<String, Object> violation(String field, String rule, String message) {
        return Map.of("field", field, "rule", rule, "message", message);
    }

    private static Response refused(int status, Map<String, Object> violation) {
        Map<String, Object> problem = Map.of(
                "type",
                "/problems/invalid",
                "title",
                "The preview cannot be made",
                "status",
                status,
                "violations",
                List.of(violation));
        return Response.status(status)
                .type("application/problem+json")
                .entity(problem)
                .build();
    }
}
