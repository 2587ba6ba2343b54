package org.mailcontinuity.events.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import org.mailcontinuity.events.problem.ConstraintMapper;
import org.mailcontinuity.events.problem.JsonProblemMapper;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/** Applies a JSON Merge Patch to what a resource's request body would be today, and validates the result. */
@Singleton
public class MergePatchMapper {
    public static final String MEDIA_TYPE = MergePatch.MEDIA_TYPE;

    private final ObjectMapper json;
    private final Validator validator;

    MergePatchMapper(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param current the request body that would make the resource as it is
     * @param patch the changes
     * @throws RefusedException if the result breaks a rule of the request body
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw new RefusedException(Refusal.Invalid.of("body", "TYPE", "must be an object"));
        }
        T result = read(MergePatch.apply(json.valueToTree(current), patch), type);
        Set<ConstraintViolation<T>> found = validator.validate(result);
        if (!found.isEmpty()) {
            throw new RefusedException(ConstraintMapper.invalid(found));
        }
        return result;
    }

    private <T> T read(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new RefusedException(JsonProblemMapper.invalid(e));
        }
    }
}
