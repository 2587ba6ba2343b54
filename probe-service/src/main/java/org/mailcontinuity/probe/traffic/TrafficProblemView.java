package org.mailcontinuity.probe.traffic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.probe.problem.Problem;
import org.mailcontinuity.probe.problem.ProblemView;

/** A problem (RFC 9457), and what came of the lines that were read before it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrafficProblemView(@JsonUnwrapped ProblemView problem, TrafficIntake.@Nullable Report report) {
    static TrafficProblemView of(Problem problem, String path) {
        return new TrafficProblemView(ProblemView.of(problem, path), null);
    }

    static TrafficProblemView of(Problem problem, String path, TrafficIntake.Report report) {
        return new TrafficProblemView(ProblemView.of(problem, path), report);
    }
}
