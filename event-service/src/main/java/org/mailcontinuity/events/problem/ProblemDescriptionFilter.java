package org.mailcontinuity.events.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says in the description of the API that everything refused is a problem, the same for all operations. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemDescriptionFilter implements OASFilter {
    private static final String NAME = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        components.addSchema("Violation", violation());
        components.addSchema(NAME, problem());
        api.setComponents(components);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((code, response) -> {
            if (code.startsWith("4") && response.getContent() == null) {
                response.setContent(content());
            }
        });
        operation
                .getResponses()
                .addAPIResponse(
                        "4XX",
                        OASFactory.createAPIResponse()
                                .description("Refused; type, rule and violations say why")
                                .content(content()));
        return operation;
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(NAME)));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457")
                .required(List.of("type", "title", "status", "detail", "instance"))
                .addProperty("type", text("a stable URI reference, such as /problems/conflict"))
                .addProperty("title", text("the type as a sentence"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("what happened this time"))
                .addProperty("instance", text("the path of the request"))
                .addProperty("rule", text("the broken rule as a stable word, where there is one"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("Violation")))
                .addExample(Map.of(
                        "type", "/problems/conflict",
                        "title", "The present state does not allow this",
                        "status", 409,
                        "detail", "The event has ended. Event 01a20e1d-dc23-7d28-aecd-5c9c64c67128 is ENDED.",
                        "instance", "/api/v1/events/01a20e1d-dc23-7d28-aecd-5c9c64c67128/end",
                        "rule", "ALREADY_ENDED"));
    }

    private static Schema violation() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("field", "rule", "message"))
                .addProperty("field", text("the path of the value in the request"))
                .addProperty("rule", text("the rule as a stable word"))
                .addProperty("message", text("the rule as a sentence"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
