package org.mailcontinuity.contracts.monitor;

import java.util.List;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.sample.Direction;

/**
 * Real mail is counted, from a mail server's own log. Needed only for directions that no probe checks: where one does,
 * counts are used as they come.
 *
 * @param directions which mail is counted: INBOUND, OUTBOUND or both
 */
public record Traffic(List<Direction> directions) {
    public Traffic {
        directions = Require.list("traffic.directions", directions, 2);
        if (directions.isEmpty()) {
            throw new ContractViolation("traffic.directions", "must name 1 to 2 directions", "none");
        }
        if (directions.contains(Direction.ACCESS)) {
            throw new ContractViolation("traffic.directions", "must be INBOUND or OUTBOUND", Direction.ACCESS);
        }
    }
}
