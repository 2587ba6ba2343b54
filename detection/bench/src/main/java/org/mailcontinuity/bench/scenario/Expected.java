package org.mailcontinuity.bench.scenario;

import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * The cause that should be named.
 *
 * @param route the route at fault, or {@link #ANY}
 */
public record Expected(Stage stage, Fault fault, int route) {
    public static final int ANY = -1;

    static Expected of(Answer answer, int route) {
        return new Expected(answer.stage(), answer.fault().orElseThrow(), route);
    }
}
