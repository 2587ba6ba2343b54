package org.mailcontinuity.events.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Bean validation's findings as violations. */
public final class ConstraintMapper {
    private ConstraintMapper() {}

    public static Refusal.Invalid invalid(Collection<? extends ConstraintViolation<?>> found) {
        return new Refusal.Invalid(found.stream()
                .map(ConstraintMapper::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::rule))
                .toList());
    }

    private static Violation violation(ConstraintViolation<?> found) {
        return new Violation(path(found.getPropertyPath()), rule(found), found.getMessage());
    }

    /** The path in the request: without the resource method, and without the body's parameter. */
    private static String path(Path path) {
        StringBuilder text = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD) {
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = String.valueOf(node.getName());
                continue;
            }
            text.append(text.isEmpty() || node.toString().startsWith("[") ? "" : ".")
                    .append(node);
        }
        return text.isEmpty() ? parameter : text.toString();
    }

    /** {@code @NotBlank} is the rule {@code NOT_BLANK}. */
    private static String rule(ConstraintViolation<?> found) {
        String annotation =
                found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return annotation.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
