package org.mailcontinuity.contracts.disruption;

import java.util.Optional;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * Why mail does not flow, as far as the samples tell.
 *
 * @param stage where it stops; absent where nobody can see
 * @param route the one route concerned; absent where it is all of them
 * @param causeKey the same for disruptions that have this cause in common, 1 to 300 characters
 * @param sentence the cause for a person to read, 1 to 500 characters
 * @param confidence the share of the evidence that points to this cause, 0 to 1
 */
public record Cause(
        Optional<Stage> stage,
        Optional<Fault> fault,
        Optional<Route> route,
        String causeKey,
        String sentence,
        double confidence) {
    public Cause {
        Require.text("cause.causeKey", causeKey, 1, 300);
        Require.text("cause.sentence", sentence, 1, 500);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new ContractViolation("cause.confidence", "must be from 0 to 1", confidence);
        }
    }
}
