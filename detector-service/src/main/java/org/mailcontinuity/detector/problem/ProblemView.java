package org.mailcontinuity.detector.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The body of {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        String type, String title, int status, String detail, String instance, List<Problem.Violation> violations) {
    public static ProblemView of(Problem problem, String instance) {
        return new ProblemView(
                problem.type(), problem.title(), problem.status(), problem.detail(), instance, problem.violations());
    }
}
