package org.mailcontinuity.bench.scenario;

import java.util.Optional;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * The cause that should be named.
 *
 * @param stage where checks end; empty if they end nowhere, but slowly
 * @param route the route at fault, or {@link #ANY}
 */
public record Expected(Optional<Stage> stage, Fault fault, int route) {
    public static final int ANY = -1;

    /** Mail gets through slowly. */
    static final Expected SLOW = new Expected(Optional.empty(), Fault.LATE, ANY);

    static Expected of(Answer answer, int route) {
        return new Expected(Optional.of(answer.stage()), answer.fault().orElseThrow(), route);
    }
}
